/** Id of the host element: the manifest's CSS shows it by this name (`--kamerlens-card`). */
export const hostId = 'kamerlens-card'
