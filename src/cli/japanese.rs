//! The help in Japanese: one page for each command, every argument by its id.

use clap::{Arg, Command};

/// The texts of one command.
struct Page {
    command: &'static str,
    about: &'static str,
    usage: &'static str,
    arguments: &'static [(&'static str, &'static str)],
    after: &'static str,
}

/// What `parse`, `check`, `explain` and `orgs` share, and what every command has.
const SHARED: &[(&str, &str)] = &[
    ("encoding", "ファイルの文字コード（utf-8、cp932、euc_jpなど）[既定: 内容から判定]"),
    ("type", "文書の種類: auto（自動）、minutes（議事録）、plan（計画表）[既定: auto]"),
    ("registers", "機関名簿のファイル（TSVかCSV）。内蔵の名簿に加える。何度でも指定できる"),
    ("lang", "メッセージとヘルプの言語: ja、en [既定: LC_ALL、LC_MESSAGES、LANGによる]"),
    ("help", "ヘルプを表示する"),
    ("version", "バージョンを表示する"),
];

const PAGES: &[Page] = &[
    Page {
        command: "giji",
        about: "議事録や計画表のテキストを、原文の位置をたどれるJSONに変換します",
        usage: "giji [オプション] <コマンド>",
        arguments: &[],
        after: "\
例:
  giji parse 議事録.txt -o 議事録.json

終了コード:
  0  完了
  1  警告あり（--strictを指定したとき）
  2  指定の誤り（何も処理していません）
  3  読み込み・解読・書き込みのできないファイルあり（他のファイルは処理済み）

色は端末にだけ付きます。NO_COLOR=1で消えます。",
    },
    Page {
        command: "parse",
        about: "文書を読み、JSON、NDJSON、CSVで書き出す",
        usage: "giji parse [オプション] [FILE]...",
        arguments: &[
            ("files", "テキストファイル。- は標準入力 [既定: -]"),
            ("output", "出力先のファイル。フォルダーか、/ で終わるパスなら文書ごとに1ファイル [既定: 標準出力]"),
            (
                "format",
                "json、ndjson（1文書1行）、csv（意見・計画の項目ごとに1行）\n[既定: json。複数の文書を標準出力に出すときはndjson]",
            ),
            ("excel", "Excel用のCSV（BOM付き、改行はCRLF）。--format csvを兼ねる"),
            ("compact", "空白のないJSONにする"),
            ("id", "文書のid。1ファイルのときだけ [既定: 拡張子を除いたファイル名]"),
            ("strict", "警告のある文書があれば終了コードを1にする"),
        ],
        after: "\
例:
  giji parse 議事録.txt                         JSONを標準出力へ
  giji parse dumps/*.txt -o json/               ファイルごとに json/dumps/名前.json
  giji parse dumps/*.txt > all.ndjson           1文書1行
  giji parse --excel dumps/*.txt -o rows.csv    表計算ソフト用の表
  pdftotext plan.pdf - | giji parse --type plan --id plan-2017

複数のファイルのidは、拡張子を除いたパスです。同じidが二つあれば、何も書かずに終わります。
読めないファイルは報告し、残りを処理します。

CSVの列: document, type, title, region, date, fiscal_year, id, kind, agenda, category,
numbers, heading, text, speaker, persons, roles, organizations, organization_ids, lead,
cooperating, schedule, notes, references, replies_to, first_line, last_line。セル内の一覧は1行に1件です。
セルは原文のままです。= + - @ で始まるセルは、表計算ソフトでは数式になります。
信頼できない文書は、列を「文字列」として取り込んでください。

終了コード: 0 完了、1 --strictで警告あり、2 指定の誤り、3 処理できないファイルあり（他は処理済み）",
    },
    Page {
        command: "check",
        about: "人が確認すべき点を、原文の行とともに示し、件数を数える",
        usage: "giji check [オプション] <FILE>...",
        arguments: &[
            ("files", "テキストファイル。- は標準入力"),
            ("format", "text（人が読む形）、json（1ファイル1行）[既定: text]"),
            ("strict", "警告があれば終了コードを1にする"),
        ],
        after: "\
例:
  giji check 議事録.txt
  giji check --strict dumps/*.txt                      スクリプトから
  giji check --format json a.txt | jq .diagnostics     ほかの道具から

JSONの形: {file, id, diagnostics, counts: {error, warning, info}}。読めないファイルは {file, error}。

終了コード: 0 完了、1 --strictで警告あり、2 指定の誤り、3 処理できないファイルあり（他は処理済み）",
    },
    Page {
        command: "explain",
        about: "各行について、どの規則で判断し、出力のどこになったかを示す",
        usage: "giji explain [オプション] <FILE>",
        arguments: &[("file", "テキストファイル。- は標準入力"), ("line", "この行だけを示す（1から数える）")],
        after: "\
例:
  giji explain 議事録.txt --line 12

  12 | たい（横須賀市健
     = opinion.bullet（前の行の続き）
     ? 横須賀市健康づくり課: 発言者, 点数 10: form.place +5, position.after-predicate +1,
       document.bracket-habit +4
     > agenda-1/theme-1/item-1/opinion-1 (opinion): たい
     > agenda-1/theme-1/item-1/opinion-1.marks (opinion): （
     > agenda-1/theme-1/item-1/opinion-1.attribution.parties[0]: 横須賀市健

| は原文の行、= は判断した規則、? は文末の括弧が発言者かどうか（発言者、本文、未定）とその点数・理由、
> は出力の要素とそこに入った文字列、! はこの行から始まる指摘です。5点以上が発言者、0点以下が本文です。

終了コード: 0 完了、2 指定の誤り、3 読めないファイル",
    },
    Page {
        command: "orgs",
        about: "すべてのファイルの機関を、表記・特定の方法・発言や担当や言及の件数とともに一覧にする",
        usage: "giji orgs [オプション] <FILE>...",
        arguments: &[
            ("files", "テキストファイル。- は標準入力"),
            ("format", "table（人が読む表）、json、csv [既定: table。--suggestではTSV]"),
            ("suggest", "一覧の代わりに、未登録とあいまいな機関の名簿の行を示す"),
        ],
        after: "\
例:
  giji orgs 議事録.txt
  giji orgs --format csv dumps/*.txt > 機関.csv
  giji orgs --suggest dumps/*.txt > 名簿.tsv               これを直してから:
  giji orgs --register 名簿.tsv dumps/*.txt

件数の多い順に並びます。状態: resolved 特定、unregistered どこにもない名前、ambiguous 候補が複数、
generic 機関でない集団。表記の後ろは特定の方法: exact 名称どおり、variant 表記の違い、alias 名簿の別名、
abbreviation 略称、context 文書の文脈。

--suggest の行は名簿と同じ列です。どこにもない名前は1行です。名称・種別・地域を直してください。
あいまいな表記は候補ごとに1行です。正しい1行だけに表記を残し、ほかの行は消してください
（すでに名簿にある行は、消さずに別名から表記を消してください）。

終了コード: 0 完了、2 指定・名簿の誤り、3 処理できないファイルあり（他は処理済み）",
    },
    Page {
        command: "ingest",
        about: "フォルダーのテキストを、表やデータベースとして使えるデータにまとめる",
        usage: "giji ingest [オプション] <DIR>... --out <DATA>",
        arguments: &[
            ("folders", "テキストファイルのあるフォルダー"),
            ("out", "データを書き出すフォルダー"),
            ("config", "設定ファイル [既定: DIR/giji.toml]"),
            ("jobs", "並列に処理する数 [既定: CPUの数]"),
            ("verify", "更新日時を信用せず、全ファイルの内容を確かめる"),
            ("again", "変更のない文書も読み直す"),
            ("prune", "元ファイルのなくなった文書をデータから除く"),
            ("dry_run", "何も書き込まず、何をするかだけを示す"),
            ("fail_fast", "処理できない文書があれば、何も書き込まずに終わる"),
            ("excel", "CSVをExcel用にする（BOM付き）"),
            ("format", "まとめの形: text、json [既定: text]"),
            ("quiet", "エラーだけを表示する"),
            ("verbose", "文書ごとに1行を表示する"),
            ("strict", "元ファイルのなくなった文書や適用できない訂正があれば終了コードを1にする"),
        ],
        after: "\
例:
  giji ingest 議事録/ --out data/
  giji ingest 議事録/ 計画/ --out data/ --prune         なくなった文書を除く
  giji ingest 議事録/ --out data/ --dry-run             何をするかだけを見る

書き出すもの: documents/<id>.json、表（documents、opinions、items、parties、organizations、
diagnostics、links）のNDJSONとCSV、dataset.sqlite、manifest.json。
二度目からは、新しいファイルと変わったファイルだけを読みます。途中で止まっても、次の実行で完了します。

終了コード: 0 完了、1 --strictで問題あり、2 指定・設定の誤り（何も変更しない）、
3 処理できない文書あり（他は処理済み）、またはDIR・DATAを読み書きできない",
    },
    Page {
        command: "diff",
        about: "二つの文書・計画の版・データの違いを示す",
        usage: "giji diff [オプション] <OLD> <NEW>",
        arguments: &[
            ("old", "テキスト、JSONの文書、またはデータのフォルダー"),
            ("new", "比べる相手"),
            ("format", "text（人が読む形）、json [既定: text]"),
            ("strict", "違いがあれば終了コードを1にする"),
        ],
        after: "\
例:
  giji diff 計画28.txt 計画29.txt                      項目の追加・削除・統合・移動・文言変更
  giji diff data-before/ data-after/ --format json     データどうし

[-消えた語-] と {+加わった語+} を、変わらない部分の中に示します。

終了コード: 0 完了、1 --strictで違いあり、2 指定の誤り、3 読めないファイルあり",
    },
    Page {
        command: "schema",
        about: "出力のJSON Schemaを表示する",
        usage: "giji schema [オプション] [NAME]",
        arguments: &[(
            "name",
            "スキーマの名前: document、または表の行: documents、opinions、itemsなど [既定: document]",
        )],
        after: "\
例:
  giji schema > document.schema.json

終了コード: 0 完了、2 その名前のスキーマがない",
    },
    Page {
        command: "completions",
        about: "シェルの補完スクリプトを表示する",
        usage: "giji completions [オプション] <SHELL>",
        arguments: &[("shell", "bash、elvish、fish、powershell、zsh のいずれか")],
        after: "\
例:
  giji completions bash > ~/.local/share/bash-completion/completions/giji
  giji completions powershell >> $PROFILE

終了コード: 0 完了、2 そのシェルには対応していない",
    },
];

const TEMPLATE: &str = "{about-with-newline}\n使い方: {usage}\n\n{all-args}{after-help}";

/// The command with every text in Japanese.
pub fn translate(command: Command) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|known| known.get_name().to_owned()).collect();
    let command = turn_page(command).subcommand_help_heading("コマンド").subcommand_value_name("コマンド");
    subcommands.into_iter().fold(command, |command, name| command.mut_subcommand(name, turn_page))
}

fn turn_page(command: Command) -> Command {
    let Some(page) = PAGES.iter().find(|page| page.command == command.get_name()) else { return command };
    command
        .about(page.about)
        .override_usage(page.usage)
        .after_help(page.after)
        .help_template(TEMPLATE)
        .next_help_heading("オプション")
        .mut_args(|argument| translate_argument(argument, page))
}

fn translate_argument(argument: Arg, page: &Page) -> Arg {
    let known = page.arguments.iter().chain(SHARED).find(|(id, _)| argument.get_id() == *id);
    let heading = if argument.is_positional() { "引数" } else { "オプション" };
    match known {
        Some((_, help)) => argument.help(*help).help_heading(heading),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments;
    use giji::Lang;

    fn is_japanese(text: &str) -> bool {
        text.chars().any(|c| matches!(c, 'ぁ'..='ヿ' | '一'..='鿿'))
    }

    fn pages() -> Vec<Command> {
        let mut command = arguments::command(Lang::Ja);
        // Building hands the global arguments down.
        command.build();
        let subcommands: Vec<Command> = command.get_subcommands().cloned().collect();
        subcommands.into_iter().chain([command]).collect()
    }

    #[test]
    fn every_command_and_every_argument_has_its_japanese_help() {
        for command in pages() {
            let name = command.get_name();
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(is_japanese(&about), "{name}: {about}");
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(is_japanese(&help), "{name} {}: {help}", argument.get_id());
            }
        }
    }

    #[test]
    fn no_page_speaks_of_a_command_or_argument_that_is_not_there() {
        let commands = pages();
        for page in PAGES {
            let command = commands.iter().find(|command| command.get_name() == page.command);
            let command = command.unwrap_or_else(|| panic!("no command {}", page.command));
            for (id, _) in page.arguments {
                assert!(command.get_arguments().any(|argument| argument.get_id() == *id), "{} {id}", page.command);
            }
        }
    }

    #[test]
    fn a_help_page_has_no_english_headings() {
        for mut command in pages() {
            let help = command.render_help().to_string();
            for word in ["Usage:", "Options:", "Arguments:", "Commands:", "default:", "possible values", "Print"] {
                assert!(!help.contains(word), "{word} in\n{help}");
            }
        }
    }
}
