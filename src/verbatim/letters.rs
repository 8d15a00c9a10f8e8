//! Letters and mails: who is written to stands alone above the words, as a speaker would, and says nothing of them.

use crate::lexicon::one_of::OneOf;
use crate::line::Line;
use crate::text::normal_form;
use crate::title::Genre;

/// Whether the document is a letter: it has the heads of a mail, `From:`, `件名：`, quotes lines, `> 了解しました。`, or greets in
/// its first lines, `お世話になっております。`; and no record is part of it.
pub(crate) fn is_letter(body: &[Line], source: &str) -> bool {
    const FIRST: usize = 8;
    const WHOLE: usize = 60;
    static BEGINNINGS: OneOf = OneOf::new("FTCSDＦＴＣＳＤ件差宛送受おい大拝謹時各関");
    let text = |line: &Line| normal_form(source, &[line.span]);
    // Few lines begin as such ones do.
    let may = |line: &&Line| line.first(source).is_some_and(|c| BEGINNINGS.has(c));
    let first = || body.iter().take(FIRST).filter(may);
    let heads = first().filter(|line| is_mail_head(&text(line))).count();
    let quoted = body.iter().take(WHOLE).filter(|line| line.text(source).starts_with("> ")).count();
    let greets = || first().any(|line| greets(&text(line)));
    let record = || body.iter().take(WHOLE).any(|line| line.width <= 80 && Genre::of(&text(line)) == Genre::Record);
    (heads >= 2 || quoted >= 2 || greets()) && !record()
}

/// `From: …`, `件名：…`.
fn is_mail_head(text: &str) -> bool {
    const HEADS: [&str; 12] =
        ["From", "To", "Cc", "CC", "Subject", "Date", "件名", "差出人", "宛先", "送信者", "送信日時", "受信日時"];
    HEADS.iter().any(|head| text.strip_prefix(head).is_some_and(|rest| rest.trim_start().starts_with([':', '：'])))
}

/// With what letters begin.
fn greets(text: &str) -> bool {
    const GREETINGS: [&str; 9] = [
        "お世話になって",
        "いつもお世話",
        "大変お世話",
        "いつも大変お世話",
        "お疲れ様です",
        "お疲れさまです",
        "拝啓",
        "謹啓",
        "時下",
    ];
    // 各委員 様, 関係者各位
    let everybody = text.starts_with('各') && text.ends_with('様') || text.ends_with("各位");
    everybody && text.chars().nth(16).is_none() || GREETINGS.iter().any(|greeting| text.starts_with(greeting))
}

#[cfg(test)]
mod tests {
    use crate::model::DocumentType;

    #[test]
    fn who_is_written_to_says_nothing() {
        let words = "先日の会議ではありがとうございました。\n日時：令和６年６月20日（木）14時～\n場所：市役所\n小森委員\nご確認をお願いします。\n";
        for begin in [
            "大森委員\nお世話になっております。\n",
            "差出人: 葵\n件名: 日程\n大森委員\n",
            "> 了解です。\n> では。\n大森委員\n",
            "各委員　様\n",
        ] {
            let document = crate::parse_str(&format!("{begin}{words}"), &crate::Options::default()).document;
            assert_eq!(document.r#type, DocumentType::Unknown, "{begin}");
            assert!(document.sections.is_empty());
        }
    }
}
