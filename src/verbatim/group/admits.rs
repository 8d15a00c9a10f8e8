//! Which lines of a form that opens turns open one: by who is named and by what stands around it.

use super::{Group, is_kind};
use crate::leading::is_name;
use crate::lexicon::roles::{self};
use crate::line::Line;
use crate::rules::verbatim::Style;
use crate::text::normal_form;
use crate::verbatim::around::{lists, next_is_marked, opens, says_itself, stands_after_sentence};
use crate::verbatim::candidate::Candidate;
use crate::verbatim::listed::LISTED;
use crate::verbatim::manner::Manner;
use crate::verbatim::speaker::Strength;

impl Group {
    /// Whether this line of a form that opens turns is a head.
    pub fn admits(
        &self,
        candidate: &Candidate,
        manner: Manner,
        repeated: bool,
        begun: bool,
        body: &[Line],
        source: &str,
    ) -> bool {
        let trailing =
            candidate.form.mark == '（' && candidate.text.is_empty() && next_is_marked(candidate, body, source);
        // 井深課長　　開会: the first one opens the meeting.
        let quoted = candidate.form.style == Style::Quoted;
        let opening = quoted || candidate.form.style == Style::Spaced && candidate.listed && opens(candidate, source);
        if !begun
            && (!manner.spoken && !opening
                || trailing
                || !(opens_meeting(candidate, repeated) || self.reports() && is_name(&candidate.name))
                || lists(candidate, body, source))
        {
            return false;
        }
        match (candidate.speaker.strength, candidate.form.style) {
            (Strength::No, Style::Narrative) => true,
            // （バス会社） alone on its line among （事務局） and （住民代表）: somebody, whoever that is.
            (Strength::No | Strength::Possible | Strength::Organization, Style::Bracketed)
                if begun && self.own_line * 2 > self.named && candidate.text.is_empty() && is_kind(&candidate.name) =>
            {
                manner.spoken
            }
            // バス会社： among 委員： and 事務局：, below a finished sentence.
            (Strength::No | Strength::Possible, Style::Colon)
                if begun && self.named >= 4 && is_kind(&candidate.name) =>
            {
                stands_after_sentence(candidate, body, source) && says_itself(candidate, body, source)
            }
            (Strength::No, _) => false,
            (Strength::Role, Style::Alone) => {
                // 林委員 alone between sentences, in a document of such heads.
                let among = begun && self.named >= 3 && stands_after_sentence(candidate, body, source);
                repeated || manner.polite || is_plain_role(candidate) || among && manner.spoken
            }
            (Strength::Role, Style::Spaced) => {
                repeated || manner.spoken || opening || begun && answers(candidate, source)
            }
            (Strength::Role, _) => true,
            (_, Style::Narrative) => true,
            (Strength::Named, Style::Alone) => repeated && manner.spoken,
            (Strength::Named, Style::Colon) => {
                // 久保：, 松尾： among 校長： and 教頭：, of whom there is no list.
                let among = self.roles >= 2 && self.surnames >= 2 && roles::is_surname(&candidate.name);
                (candidate.listed || among) && manner.spoken
            }
            (Strength::Named, Style::Spaced) => candidate.rule == LISTED && manner.spoken,
            (Strength::Named | Strength::Organization, Style::Quoted) => candidate.listed || repeated,
            (Strength::Named, _) => manner.spoken || repeated,
            // 市：, 漁協： among 住民：, 会長：; 相談センター： once among many others.
            (Strength::Organization, Style::Colon) => {
                let enough =
                    self.organizations >= 2 || self.named >= 4 && stands_after_sentence(candidate, body, source);
                begun && enough && says_itself(candidate, body, source)
            }
            // 生涯学習課 among 岡野委員 and 久保委員, alone on their lines: the office answers.
            (Strength::Organization, Style::Alone) => {
                let office = candidate.name.ends_with(['課', '室', '署', '局']);
                let spoken = manner.spoken && stands_after_sentence(candidate, body, source);
                begun && office && spoken && (repeated || self.named >= 3)
            }
            (Strength::Organization, Style::Bracketed | Style::Mark | Style::MarkBracketed | Style::MarkColon) => {
                manner.spoken
            }
            (Strength::Possible, Style::Mark | Style::Bracketed | Style::MarkBracketed) => {
                let usual = self.own_line * 2 > self.named;
                manner.spoken && (repeated || manner.polite && usual == candidate.text.is_empty())
            }
            (Strength::Organization, Style::Spaced | Style::Announced)
            | (
                Strength::Possible,
                Style::Alone | Style::Colon | Style::Spaced | Style::MarkColon | Style::Quoted | Style::Announced,
            ) => false,
        }
    }
}

/// Whether no more is said than a word in brackets, or that nothing is: `各委員　（なし）`, `全員　異議なし`.
fn answers(candidate: &Candidate, source: &str) -> bool {
    let text = normal_form(source, &candidate.text);
    let word = text.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')' | '「' | '」' | '〔' | '〕'));
    matches!(
        word,
        "なし"
            | "異議なし"
            | "質疑なし"
            | "質問なし"
            | "意見なし"
            | "はい"
            | "了承"
            | "承認"
            | "賛成"
            | "特になし"
    )
}

/// Whether the first turn may be this one's: a full name on its own line or one that recurs needs no list of names.
fn opens_meeting(candidate: &Candidate, repeated: bool) -> bool {
    let full = candidate.text.is_empty() && candidate.name.contains(' ');
    match candidate.speaker.strength {
        Strength::No | Strength::Organization => false,
        Strength::Possible => repeated || full,
        Strength::Named | Strength::Role => true,
    }
}

/// A role and no more: 事務局.
fn is_plain_role(candidate: &Candidate) -> bool {
    candidate.speaker.person.is_none()
}
