//! Homework and duties: what stands in a bracket at the end of a point, or behind a star.

use super::{Guard, Rule, RuleSet};

/// How a duty is marked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Duty {
    /// `★遠藤`: in a bracket the star says enough, elsewhere the name has to be one.
    Starred,
    /// `議事担当：小保田さん`: what stands behind the colon has to be a name.
    Named,
}

/// Groups: `task`, `assignee`.
pub(crate) static DUTIES: RuleSet<Duty> = RuleSet::new(&[
    Rule {
        id: "action.star",
        kind: Duty::Starred,
        guard: Guard::of("★☆"),
        pattern: r"^[★☆]\s*(?<assignee>[^。★☆（）()\s][^。★☆（）()]{0,23}?)\s*$",
        examples: &["★遠藤", "★ 小泉", "★全員", "★小泉、大内"],
    },
    Rule {
        id: "action.duty",
        kind: Duty::Named,
        guard: Guard::of("次議記録書司進資宿作対受準担"),
        pattern: concat!(
            r"^(?<task>(?:次回(?:の)?)?(?:(?:議事(?:録)?|記録|進行|資料|宿題|作業|対応|受付|準備)(?:作成)?(?:の)?担当(?:者)?|担当(?:者)?|書記|司会(?:進行)?|議事録(?:作成)?))",
            r"\s*[：:]\s*(?<assignee>[^。：:]{1,24})$",
        ),
        examples: &["議事担当：小保田さん", "次回司会：遠藤", "担当：遠藤"],
    },
]);
