export const floorQueue = 'floor';
/** The three things a person does in a migration. */
export const updates = ['open', 'confirm', 'claim'] as const;

export interface NothingActivities {
  doNothing(): Promise<void>;
}
