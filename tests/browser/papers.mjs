// papers.mjs - papers as files that a browser hands in: a .docx is packed here, a workbook is that of the tests of the command line.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { root } from './world.mjs';

export const NOTICE = `关于报送消防检查资料的通知

木塘垸镇人民政府：
　　请你镇对辖区内小场所开展消防安全检查，于2026年11月23日下午4时前将检查台账、照片报县消防救援大队。
　　资料报送情况与年底绩效考核挂钩。

县消防救援大队
2026年11月23日
`;

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

// What a part's two headers say alike.
function described(name, bytes) {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

// A ZIP of parts that are not compressed.
function zip(parts) {
  const bodies = [], directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text), title = Buffer.from(name), head = described(title, bytes), tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, bytes]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, title]));
    bodies.push(body);
    at += body.length;
  }
  const index = Buffer.concat(directory), end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, index, end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org';

// A .docx of a text, a paragraph a line.
export function docx(text) {
  const paragraphs = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');
  return zip({
    '[Content_Types].xml': `<Types xmlns="${RELATION}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATION}/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${paragraphs}</w:body></w:document>`,
  });
}

export const FILES = {
  docx: { name: '通知.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: docx(NOTICE) },
  txt: { name: '通知.txt', mimeType: 'text/plain', buffer: Buffer.from(NOTICE) },
  xlsx: {
    name: '收文登记表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: fs.readFileSync(`${root}/tests/cli/cases/ledger-import-xlsx/oa.xlsx`),
  },
};
