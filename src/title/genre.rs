//! What kind of document a title names: a record, `第２回審議会 会議録`, what is written before a meeting, `次第`, or what is
//! written apart from any, `設置要綱`.

use crate::pattern::Pattern;

use super::names_meeting;
use crate::line::Line;
use crate::text::normal_form;

/// What a title says that the document is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Genre {
    /// `第２回審議会 会議録`: what was said and done.
    Record,
    /// `第１回審議会 次第`, `開催について（通知）`: what a meeting will be about.
    Before,
    /// `審議会設置要綱`, `意識調査の結果`, `予算の概要`: nobody speaks here.
    Apart,
    /// Anything else: `第２回審議会`.
    Open,
}

impl Genre {
    pub fn of(title: &str) -> Self {
        if is_record(title) {
            Self::Record
        } else if is_apart(title) {
            Self::Apart
        } else if is_before(title) {
            Self::Before
        } else {
            Self::Open
        }
    }

    /// What the first lines say, where no single one of them need be a title: `白鷺市` above `よくある質問`.
    pub fn of_first_lines(body: &[Line], source: &str) -> Self {
        Self::of_first(body.iter().filter(|line| line.width <= 80).map(|line| normal_form(source, &[line.span])))
    }

    /// The same, from the lines in normal form.
    pub fn of_first(lines: impl Iterator<Item = String>) -> Self {
        const FIRST: usize = 4;
        let genres: Vec<Self> = lines.take(FIRST).map(|line| Self::of(&line)).collect();
        let named = |genre: Self| genres.contains(&genre).then_some(genre);
        named(Self::Record).or(named(Self::Apart)).or(named(Self::Before)).unwrap_or(Self::Open)
    }
}

/// A title without the bracket at its end: `…設置要綱（案）`; and what stands in the bracket.
fn bare(title: &str) -> (&str, &str) {
    let bare = title.rfind(['（', '(']).map_or(title, |open| title[..open].trim_end());
    (bare, title[bare.len()..].trim_matches(|c: char| "（）() ".contains(c)))
}

/// `第１回審議会 次第`, `開催について（通知）`, `第１回策定委員会資料`.
fn is_before(title: &str) -> bool {
    const WORDS: [&str; 11] = [
        "次第",
        "案内",
        "お知らせ",
        "通知",
        "開催通知",
        "式次第",
        "開催について",
        "資料",
        "議案書",
        "の公開",
        "議題一覧",
    ];
    let (bare, inside) = bare(title);
    let letters = title.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    WORDS.iter().any(|word| bare.ends_with(word) && !bare.ends_with("議事次第録") || inside == *word)
        || letters == "次第"
        || letters == "会議次第"
}

/// `審議会設置要綱`, `事業概要`, `アンケート調査結果報告書`, `よくある質問`.
fn is_apart(title: &str) -> bool {
    static APART: Pattern = Pattern::new(concat!(
        r"(?:要綱|要領|規約|規程|規則|条例|会則|要項|仕様書|手引き?|マニュアル|ガイドライン|名簿|公告|",
        r"予算書?(?:[（(]?案[）)]?)?(?:の?(?:概要|あらまし|主な事業|主要事業|編成方針))?|(?:事業|業務)(?:の?概要|一覧|案内)|",
        r"(?:調査|アンケート)(?:[（(][^）)]{1,12}[）)])?(?:の?集計)?(?:の?(?:結果|回答|単純集計|自由記述|自由意見|自由回答))?(?:の?(?:報告書?|概要|まとめ|速報|一覧|について))*|",
        r"計画書|取組計画|工程表|ロードマップ|アクションプラン|",
        r"(?:記者|報道)発表(?:資料)?|プレスリリース|よくある(?:ご|お)?(?:質問|問い?合わ?せ)(?:と回答)?|FAQ|Q&A集?|Q＆A集?)$",
    ));
    let (bare, _) = bare(title);
    // 調査委員会の結果 is a meeting's; 説明会Q&A is what was asked there, ヒアリング調査 what was said.
    let asked = (bare.ends_with('A') || bare.ends_with('集')) && names_meeting(bare);
    let heard = ["ヒアリング", "聞き取り", "意見照会"].iter().any(|word| bare.contains(word));
    !asked && !heard && (APART.is_match(bare) || APART.is_match(title))
}

/// Whether a title says that it is the record of a meeting: `第２回審議会 会議録`.
fn is_record(title: &str) -> bool {
    const WORDS: [&str; 8] =
        ["会議録", "議事録", "議事概要", "議事要旨", "議事要録", "会議概要", "会議要旨", "会議要録"];
    // 会議録（案）, 議事録（要旨）
    let (bare, _) = bare(title);
    // 連絡会議の概要, 部会のまとめ: what a meeting came to; 予算の概要 is none of these.
    const OF_MEETING: [&str; 11] =
        ["概要", "要旨", "記録", "結果", "報告", "メモ", "まとめ", "要点", "主な意見", "主な発言", "意見の概要"];
    let meets = || bare.rfind('会').is_some_and(|at| bare[at..].chars().count() <= 9);
    // 質疑応答の概要, 意見交換の記録: so a record that does not end with the meeting's name.
    let asked = ["質疑応答の", "質疑の", "意見交換の"].iter().any(|word| bare.contains(word)) && names_meeting(bare);
    let meets = || meets() || asked;
    let met = || OF_MEETING.iter().any(|word| bare.ends_with(word)) && meets();
    title.chars().count() > 6 && (WORDS.iter().any(|word| title.ends_with(word) || bare.ends_with(word)) || met())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_what_is_no_record() {
        let cases = [
            ("第2回白鷺市地域ケア会議 会議録（案）", Genre::Record),
            ("白鷺市調査検討委員会の概要", Genre::Record),
            ("第2回白鷺市地域福祉委員会における主な意見", Genre::Record),
            ("白鷺市環境審議会 質疑応答の概要", Genre::Record),
            ("第1回白鷺市環境審議会 次第", Genre::Before),
            ("次 第", Genre::Before),
            ("第1回策定委員会資料", Genre::Before),
            ("白鷺市環境審議会の開催について（通知）", Genre::Before),
            ("審議会等の会議の公開", Genre::Before),
            ("白鷺市環境審議会設置要綱（案）", Genre::Apart),
            ("審議会等会議録作成要領", Genre::Apart),
            ("令和6年度予算（案）の概要", Genre::Apart),
            ("地域包括支援センター事業概要", Genre::Apart),
            ("高齢者生活実態調査報告書", Genre::Apart),
            ("アンケート結果報告書", Genre::Apart),
            ("市民意識調査の結果について", Genre::Apart),
            ("令和3年度白鷺地域連携推進会議 取組計画書", Genre::Apart),
            ("よくあるご質問", Genre::Apart),
            ("記者発表資料", Genre::Apart),
            ("第2回白鷺市環境審議会", Genre::Open),
            ("予算特別委員会", Genre::Open),
            ("第3次白鷺市障害者計画", Genre::Open),
            ("橋の架け替え説明会 Q&A", Genre::Open),
            ("団体ヒアリング調査結果", Genre::Open),
        ];
        for (title, genre) in cases {
            assert_eq!(Genre::of(title), genre, "{title}");
        }
    }
}
