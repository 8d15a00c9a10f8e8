//! Page furniture: what a page prints on every sheet.

use super::guard::DIGITS;
use super::{Guard, Rule, RuleSet};

/// What a line of furniture is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Plainly a page number by its decoration.
    PageNumber,
    /// A number alone: a page number where its surroundings say so.
    BareNumber,
    /// A line of strokes.
    Rule,
    /// `<PAGE="2">`.
    PageTag,
}

pub(crate) static RULES: RuleSet<Kind> = RuleSet::new(&[
    Rule {
        id: "furniture.page-tag",
        kind: Kind::PageTag,
        guard: Guard::of("<＜").ending(">＞").having("pP", 12),
        pattern: r#"^[<＜]/?\s*[Pp][Aa][Gg][Ee](?:[\s=:#/.-][^>＞]*)?[>＞]$"#,
        examples: &["<PAGE=\"2\">"],
    },
    Rule {
        id: "furniture.page-number-between-dashes",
        kind: Kind::PageNumber,
        guard: Guard::of("-‐‑–—―−－ー~～〜").short(40).ending("-‐‑–—―−－ー~～〜"),
        pattern: r"^[-‐‑–—―−－ー~～〜]{1,3}\s*(?<page>[0-9０-９]{1,4})\s*[-‐‑–—―−－ー~～〜]{1,3}$",
        examples: &["- 1 -", "－１２－", "― 3 ―", "-12-"],
    },
    Rule {
        id: "furniture.page-of-pages",
        kind: Kind::PageNumber,
        guard: Guard::DIGIT.ending("0123456789０１２３４５６７８９ジ頁").having("/／ペ頁", 24),
        pattern: r"^(?<page>[0-9０-９]{1,4})\s*(?:[/／]\s*[0-9０-９]{1,4}\s*(?:ページ|頁)?|ページ|頁)$",
        examples: &["1/5", "２／１０", "3 / 12 ページ", "4ページ", "５頁"],
    },
    Rule {
        id: "furniture.page-word",
        kind: Kind::PageNumber,
        guard: Guard::of("PpＰｐ").short(40),
        pattern: r"^(?:[Pp](?:[Aa][Gg][Ee])?|[Ｐｐ])[.．]?\s*(?<page>[0-9０-９]{1,4})(?:\s*(?:[/／]|[Oo][Ff])\s*[0-9０-９]{1,4})?$",
        examples: &["P.3", "p 4", "Page 2 of 7", "Ｐ１２"],
    },
    Rule {
        id: "furniture.bare-number",
        kind: Kind::BareNumber,
        guard: Guard::DIGIT.short(9).ending(DIGITS),
        pattern: r"^(?<page>[0-9０-９]{1,3})$",
        examples: &["4", "１２"],
    },
    Rule {
        id: "furniture.rule",
        kind: Kind::Rule,
        guard: Guard::of("-‐–—―−－─━═_＿=＝*＊~～〜…‥+＋・◇◆").ending("-‐–—―−－─━═_＿=＝*＊~～〜…‥+＋・◇◆○●□■※☆★"),
        pattern: r"^[◇◆]?\s*(?:[-‐–—―−－─━═_＿=＝*＊~～〜…‥+＋・]\s*){3,}(?:[◇◆○●□■※☆★]\s*)*(?:[-‐–—―−－─━═_＿=＝*＊~～〜…‥+＋・]\s*)*$",
        examples: &["◇・・・・・・・・◇", "――――――", "=====", "＿＿＿＿", "―――◇―――", "- - - - -"],
    },
]);
