/** Whether a host name means this machine alone: localhost, ::1 and all of 127.0.0.0/8. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
