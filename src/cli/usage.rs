//! What to say where clap does not take the command line.

use std::io::Write;

use clap::builder::styling::AnsiColor;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use giji::Lang;

use super::exit::Exit;
use super::screen::shown;

/// Prints help, version or the error, and says how to exit.
pub fn report(error: &clap::Error, lang: Lang) -> Exit {
    let is_page = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    match lang {
        Lang::Ja if !is_page => {
            let style = AnsiColor::Red.on_default().bold();
            let message = shown(&japanese(error));
            let _ = writeln!(
                anstream::stderr(),
                "{style}エラー:{style:#} {message}\n\n詳しくは「giji --help」「giji サブコマンド --help」で表示されます。"
            );
        }
        // A closed pipe is nothing to complain about.
        Lang::En | Lang::Ja => drop(error.print()),
    }
    if error.use_stderr() { Exit::Usage } else { Exit::Fine }
}

/// The error in Japanese, from what clap says of it in parts.
fn japanese(error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(words).unwrap_or_default();
    let (argument, value) = (part(ContextKind::InvalidArg), part(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("引数「{argument}」は使えません"),
        ErrorKind::InvalidSubcommand => {
            format!("サブコマンド「{}」はありません", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("「{argument}」に値がありません"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("「{value}」は「{argument}」の値として使えません")
        }
        ErrorKind::MissingRequiredArgument => format!("必要な引数がありません: {argument}"),
        ErrorKind::MissingSubcommand => "サブコマンドがありません".to_owned(),
        ErrorKind::ArgumentConflict if argument == part(ContextKind::PriorArg) => {
            format!("「{argument}」は一度しか指定できません")
        }
        ErrorKind::ArgumentConflict => {
            format!("「{argument}」と「{}」は同時に使えません", part(ContextKind::PriorArg))
        }
        ErrorKind::NoEquals => format!("「{argument}」の値は = で指定してください"),
        ErrorKind::TooManyValues => format!("「{argument}」に余分な値「{value}」があります"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("「{argument}」の値の数が違います"),
        ErrorKind::InvalidUtf8 => "引数がUTF-8ではありません".to_owned(),
        // clap may add kinds; its own words are better than none.
        _ => return error.to_string(),
    };
    message + &hints(error)
}

/// The values that there are, or the word that was perhaps meant.
fn hints(error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(words).filter(|words| !words.is_empty());
    let valid = part(ContextKind::ValidValue).map(|values| format!("（使える値: {values}）"));
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].into_iter().find_map(part);
    let meant = meant.map(|word| format!("。「{word}」のことですか"));
    valid.or(meant).unwrap_or_default()
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
