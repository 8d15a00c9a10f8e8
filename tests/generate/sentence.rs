//! Opinions and plan contents, sentence by sentence, from patterns and the vocabulary.

use super::brackets::inner;
use super::rng::Rng;
use super::words::{Domain, LATIN, NICKNAMES, NOUNS, PEOPLE, PLACES, STATES, TOPICS, VERBS};

/// What an author has in mind: the meeting's subject and the bodies that one may mention.
pub struct Author<'a> {
    pub domain: &'a Domain,
    pub bodies: &'a [String],
}

/// Sentences that say something and end with a predicate, without 。
#[rustfmt::skip]
const STATEMENTS: &[&str] = &[
    "{n}が{s}", "{n}は{s}", "{p}では{n}が{s}", "{w}から見ると{n}が{s}", "{n}について{w}と話し合う場がほしい", "{n}を{v}ことが大切", "{n}を{v}必要がある", "{n}を{v}とよい", "{n}を{v}のは{s}",
    "{n}が{s}ので、{n}を{v}ところから始めたい", "{n}については{q}という声が多い", "{q}と{w}に言われることがある", "{w}が{n}を{v}しくみがあるとよい", "{n}は年に{d}回ほど{p}で{vt}いる", "{n}と{n}を合わせて{v}べきではないか",
    "{d}人に{d}人が{n}に困っていると{vt}いた", "{o}では{n}を{vt}いる", "{o}と{o}が{n}を{vt}おり、{w}からも好評である", "{t}に関しては、{o}に相談するとよい", "{l}を使って{n}を{v}ことも考えられる", "{l}による{n}が{s}",
    "{n}を{v}にしても、{w}の{n}は別の問題である", "{w}と{w}の間で{n}の考え方に差がある", "どの{p}でも{n}を必ず{vt}くれるといい", "{p}により、できることとできないことがある", "{n}がないので{n}の見通しが立たない", "{t}を{v}前に{n}を{v}順番にしてはどうか",
    "{n}を{vp}ところ、{n}が{s}ことがわかった", "{n}や{n}、{n}などを{p}ごとに{vt}いきたい", "誰が{n}を{v}のか、{p}側からは見えない", "昨年度から{n}を{vt}おり、{d}件の相談があった", "{n}には{d}日から{d}日ほどかかる", "{w}だけで{n}を{v}のは{s}",
    "{n}・{n}の両方を{vt}ほしい", "{n}（{i}）を{v}ことができるとよい", "{w}（{i}）の意見を聞いて{vt}いる", "{n}といっても、{w}によって求めるものが違う", "{q}や{q}の周知が{s}", "まずは{k}から取り組みたい", "{k}と{k}を並行して進めてはどうか",
    "『{q0}』を{p}で配り、{n}を{vt}いる", "{n}が{s}一方で、{n}は{s}", "{p}の{w}に{n}を{vt}もらうようにしている", "{o}の{w}に来てもらい、{n}を{vp}", "関係多（他）機関で{n}を{v}ことが必要", "{n}が{d}か所から{d}か所に増えた", "{w}に{n}を{v}ように伝えている",
    "{t}は{o}が中心になって{vt}はどうか", "{n}がうまくいくかどうかは{w}次第である", "{n}、{n}とも{s}", "{n}の問合せは{d}件で、そのうち{w}からは{d}件だった", "費用は{d}万円ほどかかり、{p}の負担が{s}",
];

/// Sentences that end with a noun, as minutes often do.
#[rustfmt::skip]
const NOMINAL: &[&str] = &["{n}が課題", "{n}を{v}方向で検討", "{k}を実施", "{n}については継続して協議", "{p}における{n}の{k}が必要", "{w}への{n}の説明が不十分", "{n}の{s}点が今後の課題", "{t}は次回までの宿題", "{n}は{d}件で横ばい"];

/// Openings of a second or later sentence.
#[rustfmt::skip]
const LINKS: &[&str] = &["", "", "", "", "また、", "しかし、", "特に、", "一方で、", "そのため、", "たとえば、", "さらに", "今後は", "ただし", "具体的には、", "まずは", "{p}でも、", "なお、"];

/// Half-sentences that come before a statement.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    "{n}が{s}ことに加え、", "{n}を{vt}いく中で、", "{t}については、", "{w}の話では、", "{n}や{n}が続き、", "{p}の{w}が替わると、", "{n}を{v}ときには、", "{n}は{s}ものの、", "年に{d}回、", "{l}の導入により、", "{o}から紹介があり、", "いくつかの{p}で",
    "{n}の有無、{n}の程度など、", "{w}が{n}を{vt}も、", "{d}年ほど前から、",
];

/// Short words in quotation marks.
#[rustfmt::skip]
const QUOTES: &[&str] = &["どこに聞けばよいかわからない", "ここに行けばわかる", "安心ノート", "つなぎ", "顔の見える関係", "断られた", "わたしのカルテ", "{n}", "{w}の手引き", "まだ早い", "もっと知りたい", "{k}", "何かあったら電話を", "地域の宝"];

const TITLES: &[&str] =
    &["かけはし手帳", "支援ガイド", "暮らしの便利帳", "みんなのしおり", "連携ハンドブック", "はじめの一歩"];

/// An opinion of one to four sentences. `end` is what its last sentence closes with: 。 or nothing.
pub fn opinion(rng: &mut Rng, author: &Author, end: &str) -> String {
    let count = rng.weighted(&[(45, 1), (35, 2), (15, 3), (5, 4)]);
    let mut text = String::new();
    for i in 0..count {
        if i > 0 {
            text.push('。');
            text.push_str(&fill(rng, author, LINKS));
        }
        text.push_str(&sentence(rng, author));
    }
    text + end
}

/// One sentence without its 。
pub fn sentence(rng: &mut Rng, author: &Author) -> String {
    let mut text = String::new();
    while rng.chance(30) && text.chars().count() < 60 {
        text.push_str(&fill(rng, author, CLAUSES));
    }
    text + &if rng.chance(20) { fill(rng, author, NOMINAL) } else { fill(rng, author, STATEMENTS) }
}

/// A heading: `短期入所の資源調査`; long ones name two things.
pub fn heading(rng: &mut Rng, author: &Author) -> String {
    match rng.between(0, 9) {
        0..=4 => rng.pick(author.domain.works).to_string(),
        5..=6 => fill(rng, author, &["{n}についての{k}", "{p}における{k}", "{w}に向けた{k}"]),
        7 => fill(rng, author, &["{n}・{n}の{k}", "「{q0}」の活用", "{k}（{i}）"]),
        8 => fill(
            rng,
            author,
            &[
                "{p}の{w}を対象とした{n}に関する{k}と、{n}を踏まえた今後の{k}について",
                "{n}、{n}及び{n}を含めた{p}全体の{k}",
            ],
        ),
        _ => fill(rng, author, &["{n}", "{k}"]),
    }
}

pub fn fill(rng: &mut Rng, author: &Author, patterns: &[&str]) -> String {
    let pattern = rng.word(patterns);
    fill_one(rng, author, pattern)
}

/// Puts words in the places of a pattern: `{n}` a noun, `{w}` people, `{o}` a body …
pub fn fill_one(rng: &mut Rng, author: &Author, pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, slot, after)) = next_slot(rest) {
        out.push_str(before);
        let word = slot_word(rng, author, slot);
        out.push_str(&word);
        rest = after;
    }
    out + rest
}

fn next_slot(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once('{')?;
    let (slot, after) = after.split_once('}')?;
    Some((before, slot, after))
}

fn slot_word(rng: &mut Rng, author: &Author, slot: &str) -> String {
    match slot {
        "n" => noun(rng, author),
        "w" => rng.mixed(60, author.domain.people, PEOPLE).to_string(),
        "p" => rng.mixed(50, author.domain.places, PLACES).to_string(),
        "t" => rng.pick(TOPICS).to_string(),
        "k" => rng.pick(author.domain.works).to_string(),
        "v" => rng.pick(VERBS).0.to_string(),
        "vp" => rng.pick(VERBS).1.to_string(),
        "vt" => rng.pick(VERBS).2.to_string(),
        "s" => rng.pick(STATES).to_string(),
        "d" => {
            let most = rng.weighted(&[(60, 9), (30, 60), (10, 400)]);
            rng.between(1, most).to_string()
        }
        "m" => rng.between(1, 12).to_string(),
        "l" => rng.pick(LATIN).to_string(),
        "o" => {
            if author.bodies.is_empty() || rng.chance(10) {
                rng.pick(NICKNAMES).to_string()
            } else {
                rng.pick(author.bodies).clone()
            }
        }
        "i" => {
            let pattern = inner(rng);
            fill_one(rng, author, pattern)
        }
        "q" => format!("「{}」", fill(rng, author, QUOTES)),
        "q0" => rng.pick(TITLES).to_string(),
        _ => unreachable!("no such slot: {slot}"),
    }
}

fn noun(rng: &mut Rng, author: &Author) -> String {
    let noun = rng.mixed(60, author.domain.nouns, NOUNS);
    if rng.chance(5) {
        let pattern = inner(rng);
        format!("{noun}（{}）", fill_one(rng, author, pattern))
    } else {
        noun.to_string()
    }
}
