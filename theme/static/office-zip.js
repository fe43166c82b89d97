'use strict';
/**
 * A ZIP archive of stored entries (PKWARE APPNOTE 4.3): names in UTF-8, one fixed date, so that the same parts make the same bytes.
 */
var PracticeOffice = ((office) => {
  const LOCAL = 0x04034b50;
  const CENTRAL = 0x02014b50;
  const END = 0x06054b50;
  const VERSION = 20;
  const UTF8 = 0x0800;
  const TIME = 0;
  const DATE = (20 << 9) | (1 << 5) | 1; // 2000-01-01, as in the workbooks that the build writes
  const MOST_ENTRIES = 0xffff;
  const MOST_BYTES = 0xffffffff;

  const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });

  /** CRC-32 (ISO 3309) of some bytes, as an unsigned number. */
  function crc32(bytes) {
    let crc = 0xffffffff;
    for (let index = 0; index < bytes.length; index += 1) crc = TABLE[(crc ^ bytes[index]) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  /** Little-endian numbers, given as [value, bytes] pairs. */
  function fields(...pairs) {
    const bytes = new Uint8Array(pairs.reduce((sum, [, size]) => sum + size, 0));
    const view = new DataView(bytes.buffer);
    let place = 0;
    pairs.forEach(([value, size]) => {
      if (size === 2) view.setUint16(place, value, true); else view.setUint32(place, value, true);
      place += size;
    });
    return bytes;
  }

  /** What local header and directory say alike of an entry. */
  const common = ({ name, data, crc }) => [
    [VERSION, 2], [UTF8, 2], [0, 2], [TIME, 2], [DATE, 2], [crc, 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2],
  ];

  const localHeader = (entry) => fields([LOCAL, 4], ...common(entry));

  /** No comment, disk 0, no attributes. */
  const centralHeader = (entry) => fields(
    [CENTRAL, 4], [VERSION, 2], ...common(entry), [0, 2], [0, 2], [0, 2], [0, 4], [entry.offset, 4]);

  const endRecord = (count, size, offset) => fields(
    [END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);

  function joined(pieces) {
    const bytes = new Uint8Array(sizeOf(pieces));
    let place = 0;
    pieces.forEach((piece) => { bytes.set(piece, place); place += piece.length; });
    return bytes;
  }

  const sizeOf = (pieces) => pieces.reduce((sum, piece) => sum + piece.length, 0);

  /**
   * An archive of parts in the given order.
   * @param {[string, string | Uint8Array][]} parts name and content; text is written as UTF-8
   * @returns {Uint8Array}
   * @throws {RangeError} when there is more than a plain ZIP can hold
   */
  function zip(parts) {
    const encoder = new TextEncoder();
    const pieces = [];
    let offset = 0;
    const entries = parts.map(([path, content]) => {
      const data = typeof content === 'string' ? encoder.encode(content) : content;
      const entry = { name: encoder.encode(path), data, crc: crc32(data), offset };
      pieces.push(localHeader(entry), entry.name, data);
      offset += 30 + entry.name.length + data.length;
      return entry;
    });
    const directory = [];
    entries.forEach((entry) => directory.push(centralHeader(entry), entry.name));
    const size = sizeOf(directory);
    if (entries.length > MOST_ENTRIES || offset + size > MOST_BYTES) throw new RangeError('too much for a ZIP archive');
    return joined([...pieces, ...directory, endRecord(entries.length, size, offset)]);
  }

  return Object.assign(office, { zip, crc32 });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
