'use strict';
/**
 * Pictures as PNG, for Word files: the browser draws each SVG on a canvas.
 *
 * PracticeHandout.images(blocks) → a promise of the PNG (Uint8Array) of each picture by its SVG; one that cannot be drawn is left out.
 */
var PracticeHandout = ((handout) => {
  const SCALE = 220 / 72; // dots for a point, as the command's pictures have them

  const loaded = (svg) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('picture'));
    image.src = 'data:image/svg+xml,' + encodeURIComponent(svg);
  });

  const blobOf = (canvas) => new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas'))), 'image/png'));

  const bytesOf = (blob) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });

  async function drawn({ svg, size }) {
    const image = await loaded(svg);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = size.map((points) => Math.round(points * SCALE));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return bytesOf(await blobOf(canvas));
  }

  async function images(blocks) {
    const made = new Map();
    for (const block of blocks.filter((one) => one.block === 'picture')) {
      const bytes = await drawn(block).catch(() => null);
      if (bytes) made.set(block.svg, bytes);
    }
    return made;
  }

  return Object.assign(handout, { images });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});
