/** Of fewer bytes mostly comes less than Node sets aside for them. */
const SHORT = 4096;

/**
 * How much room Node takes at a time for what comes of bytes that are packed or unpacked. For short ones it is as much as
 * Node has at hand: to get its usual 16 KiB takes three times as long as to unpack an answer. What comes is the same.
 */
export function setAside({ length }: Uint8Array): { readonly chunkSize?: number } {
  return length < SHORT ? { chunkSize: 2048 } : {};
}
