//! Damage as documents meet it: lines lost, doubled, cut or swapped, bytes gone wrong.

use super::rng::Rng;

/// A damaged copy of a text, as UTF-8 bytes; `kind` is one of `KINDS`.
pub fn mutilated(text: &str, kind: usize, rng: &mut Rng) -> Vec<u8> {
    let mut lines: Vec<String> = text.split('\n').map(str::to_string).collect();
    match kind {
        0 => lines.retain(|_| !rng.chance(10)),
        1 => {
            lines = lines
                .into_iter()
                .flat_map(|line| if rng.chance(10) { vec![line.clone(), line] } else { vec![line] })
                .collect()
        }
        2 => {
            lines =
                lines.into_iter().flat_map(|line| if rng.chance(20) { cut(&line, rng) } else { vec![line] }).collect()
        }
        3 => (0..lines.len() / 8).for_each(|_| {
            let (a, b) = (rng.between(0, lines.len() - 1), rng.between(0, lines.len() - 1));
            lines.swap(a, b)
        }),
        4 => lines.iter_mut().for_each(|line| line.retain(|c| !("（）()【】「」『』".contains(c) && rng.chance(50)))),
        5 => return with_random_bytes(text.as_bytes(), rng),
        6 => return truncated(text, rng),
        7 => rng.shuffle(&mut lines),
        8 => lines = vec![lines.concat()],
        _ => lines.iter_mut().for_each(|line| {
            if rng.chance(15) {
                line.push_str(rng.word(STRAYS))
            }
        }),
    }
    lines.join("\n").into_bytes()
}

pub const KINDS: usize = 10;

const STRAYS: &[&str] = &[
    "（",
    "）",
    "【",
    "】",
    "【№",
    "①",
    "※",
    "・",
    "○",
    "\u{c}",
    "\u{2028}",
    "\u{85}",
    "\t",
    "ｶﾞ",
    "㈱",
    "\u{200b}",
    "\u{e000}",
    "𠮟",
    "（（",
    "））",
    "\r",
    "日時：",
    "１",
    "（３）",
    "、",
    "\u{3099}",
    "豈",
];

fn cut(line: &str, rng: &mut Rng) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    let at = rng.between(0, chars.len());
    vec![chars[..at].iter().collect(), chars[at..].iter().collect()]
}

/// A copy with a few bytes put in anywhere.
pub fn with_random_bytes(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..rng.between(1, 12) {
        let at = rng.between(0, bytes.len());
        bytes.insert(at, any_byte(rng));
    }
    bytes
}

fn truncated(text: &str, rng: &mut Rng) -> Vec<u8> {
    let end = rng.between(0, text.len());
    text.as_bytes()[..end].to_vec()
}

/// Any byte but the separators 1C to 1F, which are white space to Python and not to Unicode.
fn any_byte(rng: &mut Rng) -> u8 {
    match rng.between(0, 255) as u8 {
        0x1c..=0x1f => 0x1b,
        byte => byte,
    }
}
