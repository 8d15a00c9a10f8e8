//! Verbatim minutes whose turns are bullets: `・（事務局）資料１を…`, `• 会長：では…`, `・事務局` alone on its line.
//!
//! Summaries bullet their points alike: what the document does with the form, `verbatim::group` weighs.

use super::verbatim::Style;
use super::{Guard, Rule, RuleSet};

/// The rules of heads behind a bullet begin so, as `explain` shows them.
pub(crate) const BULLET: &str = "head.bullet";

/// Heads behind a bullet, in brackets, before a colon or alone on their line: turns only where those who speak say です or ます, and where hardly a
/// bullet lacks one.
pub(crate) static BULLETED: RuleSet<Style> = RuleSet::new(&[
    Rule {
        id: "head.bullet-bracketed",
        kind: Style::MarkBracketed,
        guard: Guard::of("・•▪-–－").having("（(【[［〔〈＜<《", 3),
        pattern: concat!(
            r"^(?<mark>[・•▪–－-]\s*[（(【\[［〔〈＜<《])\s*",
            r"(?<head>[^（）()。、「」【】\[\]［］〔〕〈〉＜＞<>《》]{1,24}(?:[（(][^（）()。、]{1,16}[）)][^（）()。、\s：:「]{0,10})?)\s*",
            r"(?<close>[）)】\]］〕〉＞>》]\s*[:：]?)\s*(?<text>\S.*)$",
        ),
        examples: &["・（事務局）資料１を", "• 【会長】 次に", "－（久我委員） 費用は"],
    },
    Rule {
        id: "head.bullet-colon",
        kind: Style::MarkColon,
        guard: Guard::of("•▪-–－"),
        pattern: r"^(?<mark>[•▪–－-])\s*(?<head>[^。、「」：:【】]{1,24}?)\s*(?<close>[：:])\s*(?<text>\S.*)$",
        examples: &["• 事務局：資料１を", "- 久我委員： 費用は"],
    },
    Rule {
        id: "head.bullet-alone",
        kind: Style::Mark,
        guard: Guard::of("・•▪-–－").short(60),
        pattern: r"^(?<mark>[・•▪–－-])\s*(?<head>[^。、「」：:【】（）()\s][^。、「」：:【】（）()]{0,15})(?<text>)$",
        examples: &["・事務局", "• 久我委員"],
    },
]);
