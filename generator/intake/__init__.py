"""From a file as it was found to paragraphs an editor can work with: decoded, mended where that is certain, every change told."""
