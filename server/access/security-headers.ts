import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isApi } from './route-access.ts';

/** Nothing from elsewhere, nothing inline, no code made from text; `blob:` images let a chart be saved as a picture. */
const contentSecurityPolicy = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** What no page of Kept uses. */
const permissionsPolicy = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export function securityHeaders({ behindTls }: { readonly behindTls: boolean }): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    // Plain http on one's own machine: promising https would lock the page out of itself.
    strictTransportSecurity: behindTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  };
}

/** What helmet does not know of. Answers of the API hold company data, which no cache shall keep. */
export async function addHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('permissions-policy', permissionsPolicy);
  if (isApi(request.routeOptions.url)) reply.header('cache-control', 'no-store');
}
