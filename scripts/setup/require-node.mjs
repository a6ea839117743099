/** Oldest Node that the dependencies run on. Written as in `engines` of package.json; a test holds the two together. */
export const oldestNode = '20.19.0';

/**
 * Says what to do and sets exit code 1 when this Node is too old. No modern syntax here: old ones must read it.
 *
 * @param {string} version such as `20.19.0`
 * @returns {boolean} whether it is new enough
 */
export function requireNode(version) {
  const have = version.split('.').map(Number);
  const need = oldestNode.split('.').map(Number);
  const place = have[0] === need[0] ? (have[1] === need[1] ? 2 : 1) : 0;
  if (have[place] >= need[place]) return true;
  console.error(
    'Kept needs Node ' +
      oldestNode +
      ' or newer; this is Node ' +
      version +
      '.\n' +
      'Install a current one from https://nodejs.org (or `nvm install --lts`), then run the same command again.',
  );
  process.exitCode = 1;
  return false;
}
