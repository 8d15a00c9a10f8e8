//! The habits of one author and one extractor: everything about a document that is not its structure.

use super::encode::Saved;
use super::orgs::widen;
use super::rng::Rng;
use super::themes::{ThemeStyle, theme_style};
use super::wrap::Kinsoku;
use unicode_normalization::UnicodeNormalization;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Digits {
    Half,
    Full,
    /// １月 30日: one digit wide, more digits narrow.
    OneFull,
}

/// Where the extractor put blank lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blanks {
    AfterEveryLine,
    AfterParagraphs,
    BeforeSections,
    /// Now and then, after a paragraph.
    Irregular,
    None,
}

/// The spaces that an extractor finds between Japanese and half-width characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gaps {
    None,
    BeforeDigits,
    AroundDigits,
}

/// Where the closing name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// After the text, broken where the line ends.
    Inline,
    /// On a line of its own where it does not fit whole.
    WholeOrNextLine,
    /// Always on its own line, indented.
    OwnLine,
    /// At the right edge: on the same line if it fits.
    Right,
}

#[derive(Clone, Debug)]
pub struct Habits {
    pub width: usize,
    pub kinsoku: Kinsoku,
    pub blanks: Blanks,
    pub trailing_space: bool,
    pub digits: Digits,
    pub gaps: Gaps,
    pub wide_latin: bool,
    pub bullet: &'static str,
    pub bullet_gap: &'static str,
    pub bullet_indent: &'static str,
    pub hang: &'static str,
    pub ascii_brackets: bool,
    /// ASCII brackets inside the texts as well, not only around names.
    pub ascii_text: bool,
    /// What stands between a text and the bracket with the name.
    pub label_gap: &'static str,
    /// Columns by which a line may be shorter than the width (proportional fonts).
    pub ragged: usize,
    pub half_katakana: bool,
    pub place: Place,
    pub item_style: usize,
    /// How themes are numbered or marked.
    pub theme_style: ThemeStyle,
    /// The brackets around the closing name.
    pub name_brackets: (&'static str, &'static str),
    pub saved: Saved,
    pub line_end: &'static str,
    pub radicals: bool,
}

const BULLETS: &[(usize, &str)] = &[
    (45, "・"),
    (15, "○"),
    (6, "●"),
    (6, "◇"),
    (6, "◆"),
    (5, "-"),
    (5, "•"),
    (5, "■"),
    (4, "□"),
    (3, "▪"),
    (3, "＊"),
    (3, "－"),
    (2, "➢"),
    (2, "◎"),
];

impl Habits {
    pub fn random(rng: &mut Rng) -> Self {
        let saved = rng.weighted(&[
            (55, Saved::Utf8),
            (6, Saved::Utf8Bom),
            (15, Saved::Cp932),
            (6, Saved::EucJp),
            (4, Saved::Iso2022Jp),
            (4, Saved::Utf16Le),
            (3, Saved::Utf16Be),
            (2, Saved::Utf16LeBare),
        ]);
        let bullet = rng.weighted(BULLETS);
        let bullet = if saved.is_narrow() || saved == Saved::Cp932 {
            if "・○●◇◆■□◎-".contains(bullet) { bullet } else { "・" }
        } else {
            bullet
        };
        let gap_needed = matches!(bullet, "-" | "•" | "▪" | "➢" | "－" | "＊");
        let bullet_gap = if gap_needed {
            rng.weighted(&[(60, " "), (40, "　")])
        } else {
            rng.weighted(&[(70, ""), (15, " "), (15, "　")])
        };
        let ascii_brackets = rng.chance(20);
        Habits {
            width: rng.between(30, 45) * 2,
            kinsoku: rng.weighted(&[(50, Kinsoku::PushDown), (25, Kinsoku::Hang), (25, Kinsoku::None)]),
            blanks: rng.weighted(&[
                (30, Blanks::AfterEveryLine),
                (20, Blanks::AfterParagraphs),
                (22, Blanks::BeforeSections),
                (10, Blanks::Irregular),
                (18, Blanks::None),
            ]),
            trailing_space: rng.chance(30),
            digits: rng.weighted(&[(40, Digits::OneFull), (35, Digits::Half), (25, Digits::Full)]),
            gaps: rng.weighted(&[(60, Gaps::None), (20, Gaps::BeforeDigits), (20, Gaps::AroundDigits)]),
            wide_latin: rng.chance(35),
            bullet,
            bullet_gap,
            bullet_indent: rng.weighted(&[(50, ""), (20, " "), (20, "　"), (10, "  ")]),
            hang: rng.weighted(&[(50, ""), (25, "　"), (15, "  "), (10, "　　")]),
            ascii_brackets,
            ascii_text: ascii_brackets && rng.chance(60),
            label_gap: rng.weighted(&[(85, ""), (8, " "), (7, "　")]),
            ragged: rng.weighted(&[(70, 0), (30, 2)]),
            half_katakana: !saved.is_narrow() && rng.chance(3),
            place: rng.weighted(&[
                (70, Place::Inline),
                (15, Place::WholeOrNextLine),
                (5, Place::OwnLine),
                (10, Place::Right),
            ]),
            item_style: rng.between(0, 9),
            theme_style: ThemeStyle::Circled,
            name_brackets: if ascii_brackets { ("(", ")") } else { ("（", "）") },
            saved,
            line_end: rng.weighted(&[(65, "\n"), (28, "\r\n"), (7, "\r")]),
            radicals: matches!(
                saved,
                Saved::Utf8 | Saved::Utf8Bom | Saved::Utf16Le | Saved::Utf16Be | Saved::Utf16LeBare
            ) && rng.chance(8),
        }
    }

    /// What only minutes have: how themes are numbered, which brackets hold the names.
    pub fn with_themes(self, rng: &mut Rng) -> Self {
        let theme_style = theme_style(rng, self.saved, self.bullet);
        let other = rng.weighted(&[(90, ("（", "）")), (5, ("〔", "〕")), (5, ("［", "］"))]);
        let name_brackets = if self.ascii_brackets { self.name_brackets } else { other };
        Habits { theme_style, name_brackets, ..self }
    }

    /// A number as this author types it.
    pub fn number(&self, digits: &str) -> String {
        match self.digits {
            Digits::Half => digits.to_string(),
            Digits::Full => widen(digits),
            Digits::OneFull => {
                if digits.len() == 1 {
                    widen(digits)
                } else {
                    digits.to_string()
                }
            }
        }
    }

    /// A text as this author types it: width of digits and letters, brackets, and the extractor's spaces.
    pub fn write(&self, text: &str) -> String {
        let mut out = String::new();
        let mut chars = text.chars().map(narrow).peekable();
        while let Some(c) = chars.next() {
            let mut run = String::from(c);
            if c.is_ascii_digit() {
                while let Some(next) = chars.next_if(char::is_ascii_digit) {
                    run.push(next);
                }
                run = self.number(&run);
            } else if c.is_ascii_alphabetic() {
                while let Some(next) = chars.next_if(|c| c.is_ascii_alphabetic() || *c == '-') {
                    run.push(next);
                }
                if self.wide_latin && !run.contains('-') {
                    run = widen(&run);
                }
            } else if self.radicals {
                run = radical(c).to_string();
            } else if self.ascii_text && "（）".contains(c) {
                run = if c == '（' { "(" } else { ")" }.to_string();
            } else if self.half_katakana {
                run = half_width(c);
            }
            out.push_str(&run);
        }
        self.with_gaps(&out)
    }

    fn with_gaps(&self, text: &str) -> String {
        if self.gaps == Gaps::None {
            return text.to_string();
        }
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::new();
        for (i, &c) in chars.iter().enumerate() {
            let before = i.checked_sub(1).map(|i| chars[i]);
            let into = before.is_some_and(is_kanji_or_kana) && c.is_ascii_digit();
            let out_of = before.is_some_and(|b| b.is_ascii_digit()) && is_kanji_or_kana(c);
            if into || (out_of && self.gaps == Gaps::AroundDigits) {
                out.push(' ');
            }
            out.push(c);
        }
        out
    }
}

fn is_kanji_or_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ァ'..='ヶ' | '一'..='龠')
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// `ガ` → `ｶﾞ`; other characters stay.
fn half_width(c: char) -> String {
    const FULL: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー";
    const HALF: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮｰ";
    if !('ァ'..='ー').contains(&c) {
        return c.to_string();
    }
    let parts: String = std::iter::once(c).nfd().collect();
    let half = |c: char| match c {
        '\u{3099}' => 'ﾞ',
        '\u{309a}' => 'ﾟ',
        _ => FULL.chars().zip(HALF.chars()).find(|(full, _)| *full == c).map_or(c, |(_, half)| half),
    };
    parts.chars().map(half).collect()
}

/// PDF fonts that map a character to its radical.
fn radical(c: char) -> char {
    match c {
        '長' => '⻑',
        '青' => '⻘',
        '高' => '⾼',
        '生' => '⽣',
        '子' => '⼦',
        '人' => '⼈',
        '行' => '⾏',
        '方' => '⽅',
        '支' => '⽀',
        '力' => '⼒',
        _ => c,
    }
}
