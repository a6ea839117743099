import type { MechanismName } from '../../models/mechanisms/index.ts';
import type { Channel } from './channel.ts';
import { peopleChannels } from './people-channels.ts';
import { priceChannels } from './price-channels.ts';
import { serviceChannels } from './service-channels.ts';

export const channels: readonly Channel[] = [...priceChannels, ...serviceChannels, ...peopleChannels];

/** Mechanisms that nothing can be switched off in, and why. */
export const withoutChannel: { readonly [name in MechanismName]?: string } = {
  finance: 'an accounting identity: it adds up what the others move, and moves nothing itself',
};
