/** An error in words fit for the person at the screen. */
export interface Trouble {
  title: string;
  detail: string;
}
