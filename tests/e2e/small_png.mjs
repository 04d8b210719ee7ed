// A screenshot as a PNG with a palette: a third of the size. Reads only what a browser writes: 8 bits a channel, RGB or
// RGBA without transparency, not interlaced.

import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const colours_max = 256;

function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; ++bit) {
            crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
        }
    }
    return ~crc >>> 0;
}

function chunks_of(png) {
    const out = [];
    for (let at = signature.length; at < png.length;) {
        const length = png.readUInt32BE(at);
        out.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
        at += length + 12;
    }
    return out;
}

function chunk(type, data) {
    const out = Buffer.alloc(data.length + 12);
    out.writeUInt32BE(data.length, 0);
    out.write(type, 4, 'latin1');
    data.copy(out, 8);
    out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
    return out;
}

function paeth(a, b, c) {
    const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Takes the filters of the lines away, in place; the bytes of the pixels follow one another. */
function unfiltered(raw, width, height, step) {
    const line = width * step;
    const out = Buffer.alloc(line * height);
    for (let y = 0; y < height; ++y) {
        const filter = raw[y * (line + 1)];
        for (let x = 0; x < line; ++x) {
            const left = x >= step ? out[y * line + x - step] : 0;
            const up = y > 0 ? out[(y - 1) * line + x] : 0;
            const corner = x >= step && y > 0 ? out[(y - 1) * line + x - step] : 0;
            const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            out[y * line + x] = raw[y * (line + 1) + 1 + x] + guess;
        }
    }
    return out;
}

/** The number each colour gets: exact while there are few, else alike ones share the commonest of them. */
function palette_of(counts) {
    const common_first = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
    for (let bits = 8; ; --bits) {
        const mask = ((0xff << (8 - bits)) & 0xff) * 0x010101;
        const groups = new Map();
        const colours = [];
        for (const colour of common_first) {
            const group = colour & mask;
            if (!groups.has(group)) {
                groups.set(group, colours.length);
                colours.push(colour);
            }
        }
        if (colours.length <= colours_max) {
            return { colours, number: (colour) => groups.get(colour & mask) };
        }
    }
}

export function small_png(png) {
    const chunks = chunks_of(png);
    const head = chunks[0].data;
    const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
    const step = head[9] === 6 ? 4 : 3;
    const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
    const pixels = unfiltered(raw, width, height, step);
    const counts = new Map();
    const colours = new Uint32Array(width * height);
    for (let i = 0; i < colours.length; ++i) {
        colours[i] = pixels.readUIntBE(i * step, 3);
        counts.set(colours[i], (counts.get(colours[i]) ?? 0) + 1);
    }
    const palette = palette_of(counts);
    const lines = Buffer.alloc((width + 1) * height);
    for (let i = 0; i < colours.length; ++i) {
        lines[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = palette.number(colours[i]);
    }
    const header = Buffer.from(head);
    header[8] = 8;
    header[9] = 3;
    const table = Buffer.alloc(palette.colours.length * 3);
    palette.colours.forEach((colour, i) => table.writeUIntBE(colour, i * 3, 3));
    const data = deflateSync(lines, { level: 9 });
    return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', table), chunk('IDAT', data),
        chunk('IEND', Buffer.alloc(0))]);
}
