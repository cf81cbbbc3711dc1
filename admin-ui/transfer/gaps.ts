import type { TransferGap } from '../../domain/transfer.ts';

/** What keeps transfers from working, and what to do about it on this page. */
export const gapWords: Record<TransferGap, { title: string; remedy: string }> = {
  'transfer-off': { title: 'Transferring tokens is switched off.', remedy: 'Switch “Tokens can be transferred” on.' },
  'transfer-offline': {
    title: 'Tokens are provisioned offline.',
    remedy: 'Set the provisioning mode to online.',
  },
  'mobile-api-off': {
    title: 'The mobile API takes no part on its listener.',
    remedy: 'Switch “Mobile API on its listener” on.',
  },
  'no-public-address': {
    title: 'The mobile API has no public address.',
    remedy: 'Enter the FQDN or IP address and port that phones reach it by.',
  },
  'service-not-transferable': {
    title: 'A service is left out.',
    remedy: 'Remove it from “Services that are left out”.',
  },
};
