//! In which language to speak.

use std::ffi::OsString;

use clap::ValueEnum;
use giji::Lang;

/// The languages by their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Ja,
    En,
}

/// What `--lang` says, else what the locale says. A wrong `--lang` is left for clap to refuse.
pub fn choose(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    match by_flag(arguments) {
        Some(Language::Ja) => Lang::Ja,
        Some(Language::En) => Lang::En,
        None => by_locale(variable),
    }
}

/// `--lang ja`, `--lang=ja`; the last one counts, and `--` ends the flags.
fn by_flag(arguments: &[OsString]) -> Option<Language> {
    let words = arguments.iter().map(|word| word.to_str().unwrap_or_default());
    let words: Vec<&str> = words.take_while(|word| *word != "--").collect();
    let mut values = words.iter().enumerate().filter_map(|(at, word)| match *word {
        "--lang" => words.get(at + 1).copied(),
        word => word.strip_prefix("--lang="),
    });
    values.next_back().and_then(|value| Language::from_str(value, false).ok())
}

/// The first of these variables that is set decides, as POSIX has it: `ja_JP.UTF-8` is Japanese, all else English.
fn by_locale(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = names.into_iter().filter_map(variable).find(|value| !value.is_empty()).unwrap_or_default();
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("ja") { Lang::Ja } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str], variables: &[(&str, &str)]) -> Lang {
        let arguments: Vec<OsString> = ["giji"].iter().chain(words).map(OsString::from).collect();
        choose(&arguments, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_flag_goes_before_the_locale() {
        let japanese = [("LANG", "ja_JP.UTF-8")];
        assert_eq!(chosen(&["parse", "--lang", "en"], &japanese), Lang::En);
        assert_eq!(chosen(&["--lang=ja", "parse"], &[]), Lang::Ja);
        assert_eq!(chosen(&["parse", "--", "--lang=en"], &japanese), Lang::Ja);
    }

    #[test]
    fn the_locale_variables_have_their_order() {
        assert_eq!(chosen(&[], &[("LANG", "ja_JP.UTF-8")]), Lang::Ja);
        assert_eq!(chosen(&[], &[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")]), Lang::En);
        assert_eq!(chosen(&[], &[("LC_ALL", ""), ("LC_MESSAGES", "ja"), ("LANG", "en_US")]), Lang::Ja);
        assert_eq!(chosen(&[], &[("LANG", "jam_JM")]), Lang::En);
        assert_eq!(chosen(&[], &[]), Lang::En);
    }
}
