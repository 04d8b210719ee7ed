// Builds the files of assets/manifest.json and writes one C++ source that embeds them.
//
//     node tools/build_assets.mjs OUTPUT_FOLDER
//
// OUTPUT_FOLDER gets each file, its .gz and .br forms where they are smaller, and embedded_assets.cpp.
// An ES module (.mjs) may import another that stands before it in the manifest, by its plain name: './words.mjs'.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const output = process.argv[2]
if (!output) {
  console.error('usage: node tools/build_assets.mjs OUTPUT_FOLDER')
  process.exit(2)
}

// Two builds may start at once, so the install happens under a lock and is looked for again inside it.
function installPackages() {
  const present = `[ -d node_modules/govuk-frontend ] && [ -d node_modules/sass ]`
  const install = 'npm ci --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error'
  try {
    execFileSync('flock', ['package-lock.json', 'sh', '-c', `(${present}) || ${install}`], {
      cwd: root, stdio: ['ignore', 'inherit', 'inherit'],
    })
  } catch {
    console.error('The packages of package.json could not be installed. ' +
      'Check that npm is installed and can reach its registry, then build again.')
    process.exit(1)
  }
}

if (!existsSync(join(modules, 'govuk-frontend')) || !existsSync(join(modules, 'sass'))) installPackages()
const sass = await import(pathToFileURL(join(modules, 'sass', 'sass.node.mjs')))

// Imports are by the name that changes with the content, as every address of an asset is.
const built = new Map()

function linked(entry, text) {
  return Buffer.from(text.replace(/(\bfrom\s+|\bimport\s+|\bimport\()(['"])\.\/([\w.-]+)\2/g, (all, before, quote, name) => {
    if (built.has(name)) return `${before}${quote}./${built.get(name)}${quote}`
    console.error(`assets/${entry.source} imports ${name}, which must stand before it in assets/manifest.json.`)
    process.exit(1)
  }))
}

function build(entry) {
  const source = join(root, 'assets', entry.source)
  if (entry.source.endsWith('.mjs')) return linked(entry, readFileSync(source, 'utf8'))
  if (!entry.source.endsWith('.scss')) return readFileSync(source)
  const result = sass.compile(source, { loadPaths: [modules], style: 'compressed', quietDeps: true })
  return Buffer.from(result.css)
}

function smaller(packed, bytes) {
  return packed.length < bytes.length * 0.95 ? packed : Buffer.alloc(0)
}

function forms(bytes) {
  return {
    bytes,
    gzip: smaller(gzipSync(bytes, { level: 9 }), bytes),
    brotli: smaller(brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }), bytes),
  }
}

function embed(symbol, file) {
  return `asm(R"(
    .section .rodata,"a",@progbits
    .balign 16
    .globl ${symbol}
${symbol}:
    .incbin "${file}"
    .globl ${symbol}_end
${symbol}_end:
    .byte 0
    .previous
)");
extern "C" {
extern const char ${symbol}[];
extern const char ${symbol}_end[];
}
`
}

mkdirSync(output, { recursive: true })
const manifest = JSON.parse(readFileSync(join(root, 'assets', 'manifest.json'), 'utf8'))
let declarations = ''
let rows = ''
manifest.forEach((entry, index) => {
  const bytes = build(entry)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const dot = entry.name.lastIndexOf('.')
  const path = `${entry.name.slice(0, dot)}.${sha256.slice(0, 12)}${entry.name.slice(dot)}`
  built.set(entry.name, path)
  const views = []
  for (const [form, content] of Object.entries(forms(bytes))) {
    if (content.length === 0) {
      views.push('{}')
      continue
    }
    const file = resolve(output, entry.name + { bytes: '', gzip: '.gz', brotli: '.br' }[form])
    writeFileSync(file, content)
    const symbol = `quorate_asset_${index}_${form}`
    declarations += embed(symbol, file)
    views.push(`view(${symbol}, ${symbol}_end)`)
  }
  rows += `        {"${entry.name}", "${path}", "${entry.type}",
         ${views.join(', ')},
         "${sha256}"},\n`
})

writeFileSync(join(output, 'embedded_assets.cpp'), `// Written by tools/build_assets.mjs.
#include "html/assets.hpp"

${declarations}
namespace quorate::html {

namespace {
std::string_view view(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}
} // namespace

std::span<const Asset> assets() {
    static const Asset all[] = {
${rows}    };
    return all;
}

} // namespace quorate::html
`)
