//! What the stages find, typed; its sentence lives here in both languages.

use serde_json::{Map, Value, json};

use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::ledger::Ledger;
use crate::span::Span;

/// One finding and its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    pub kind: FindingKind,
    pub at: Vec<Span>,
}

/// What was found. Each variant names the input that gives rise to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FindingKind {
    /// `・空きがわからない。` without a bracket.
    UnattributedOpinion,
    /// `・…した（青い森）` where nothing says that 青い森 speaks.
    UnknownSpeaker { label: String },
    /// `（リハセンター）` where two register rows claim it.
    AmbiguousOrganization { label: String, candidates: Vec<String> },
    /// `（ほうあんふじ）`.
    UnregisteredOrganization { label: String },
    /// 障がい福祉課 and 障害福祉課 in one document.
    VariantSpelling { label: String, other: String },
    /// `平成29年１月30日（水）`, a Monday.
    WeekdayMismatch { date: String, stated: String, actual: String },
    /// `平成29年２月30日`.
    ImpossibleDate { text: String },
    /// 【№１】 and then 【№３】.
    NumberGap { missing: Vec<u32> },
    /// 【№１】 twice.
    DuplicateNumber { number: u32 },
    /// `【総括】※` and no ※ note.
    DanglingMark { text: String },
    /// Row 2 says ※№9とも関連; row 9 says nothing of 2.
    OneWayReference { from: u32, to: u32 },
    /// `順次実施` floating at the end of a page.
    /// `in_rows` where rows are what the document is made of.
    UnplacedText { text: String, in_rows: bool },
    /// `進捗報告` without a month.
    InferredSchedule { text: String, period: u32 },
    /// A line that fits two columns of its row.
    AmbiguousColumn { text: String, columns: Vec<String> },
    /// All numbers first, then all names.
    LostColumns,
    /// All numbers first, then as many names, each between blank lines.
    InferredRows { rows: usize },
    /// Bytes that the encoding does not know.
    UndecodableBytes { byte_offset: usize, length: usize, line: usize },
    /// U+E000 and the like.
    PrivateUseCharacter { text: String },
    /// Neither minutes nor plan.
    UnknownDocument,
    /// Minutes, and the plan that was handed out.
    MixedDocument,
}

impl Finding {
    /// The finding as it stands in the output.
    pub fn diagnostic(&self, lang: Lang, ledger: &Ledger) -> Diagnostic {
        let code = self.kind.code();
        Diagnostic {
            code,
            severity: code.severity(),
            message: self.kind.message(lang),
            at: ledger.positions(&self.at),
            lines: ledger.lines(&self.at),
            data: self.kind.data(),
        }
    }
}

impl FindingKind {
    fn code(&self) -> Code {
        match self {
            Self::UnattributedOpinion => Code::UnattributedOpinion,
            Self::UnknownSpeaker { .. } => Code::UnknownSpeaker,
            Self::AmbiguousOrganization { .. } => Code::AmbiguousOrganization,
            Self::UnregisteredOrganization { .. } => Code::UnregisteredOrganization,
            Self::VariantSpelling { .. } => Code::VariantSpelling,
            Self::WeekdayMismatch { .. } => Code::WeekdayMismatch,
            Self::ImpossibleDate { .. } => Code::ImpossibleDate,
            Self::NumberGap { .. } => Code::NumberGap,
            Self::DuplicateNumber { .. } => Code::DuplicateNumber,
            Self::DanglingMark { .. } => Code::DanglingMark,
            Self::OneWayReference { .. } => Code::OneWayReference,
            Self::UnplacedText { .. } => Code::UnplacedText,
            Self::InferredSchedule { .. } => Code::InferredSchedule,
            Self::AmbiguousColumn { .. } => Code::AmbiguousColumn,
            Self::LostColumns => Code::LostColumns,
            Self::InferredRows { .. } => Code::InferredRows,
            Self::UndecodableBytes { .. } => Code::UndecodableBytes,
            Self::PrivateUseCharacter { .. } => Code::PrivateUseCharacter,
            Self::UnknownDocument => Code::UnknownDocument,
            Self::MixedDocument => Code::MixedDocument,
        }
    }

    fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::UnattributedOpinion => "the opinion names no speaker".into(),
            Self::UnknownSpeaker { label } => {
                format!("{label} stands where a speaker would, but nothing says that it is one")
            }
            Self::AmbiguousOrganization { label, candidates } => {
                format!("{label} may mean {}", candidates.join(" or "))
            }
            Self::UnregisteredOrganization { label } => format!("{label} is in no register"),
            Self::VariantSpelling { label, other } => {
                format!("{label} is also written {other} in this document")
            }
            Self::WeekdayMismatch { date, stated, actual } => {
                format!("{date} was a {actual}, the text says {stated}")
            }
            Self::ImpossibleDate { text } => format!("{text} is no date of the calendar"),
            Self::NumberGap { missing } => format!("no item {}", list(missing)),
            Self::DuplicateNumber { number } => format!("number {number} stands more than once"),
            Self::DanglingMark { text } => format!("{text} has no note in this document"),
            Self::OneWayReference { from, to } => {
                format!("item {from} refers to item {to}, which does not refer back")
            }
            Self::UnplacedText { in_rows: true, .. } => "no row owns this text".into(),
            Self::UnplacedText { in_rows: false, .. } => "this text has no place in the output".into(),
            Self::InferredSchedule { text, period } => {
                format!("{text} names no month; period {period} is inferred from a row with as many cells")
            }
            Self::AmbiguousColumn { text, columns } => {
                format!("{text} fits {}", columns.join(" and "))
            }
            Self::LostColumns => "the dump has lost the columns of this table".into(),
            Self::InferredRows { rows } => {
                format!(
                    "the columns stand one below the other; that each has {rows} cells says which of them make a row"
                )
            }
            Self::UndecodableBytes { byte_offset, length, line } => {
                format!("{length} byte(s) at offset {byte_offset} (line {line}) are not valid in this encoding")
            }
            Self::PrivateUseCharacter { text } => {
                format!("private-use character {}: its glyph is known to its author only", code_points(text))
            }
            Self::UnknownDocument => "neither minutes nor a plan; everything is in residue".into(),
            Self::MixedDocument => "from here on the file is another document: it holds minutes and a plan".into(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            Self::UnattributedOpinion => "発言者の表示がない意見です".into(),
            Self::UnknownSpeaker { label } => {
                format!("「{label}」は発言者の位置にありますが、発言者とする根拠がありません")
            }
            Self::AmbiguousOrganization { label, candidates } => {
                format!("「{label}」は{}のいずれかです", candidates.join("、"))
            }
            Self::UnregisteredOrganization { label } => format!("「{label}」は名簿にありません"),
            Self::VariantSpelling { label, other } => {
                format!("「{label}」はこの文書で「{other}」とも書かれています")
            }
            Self::WeekdayMismatch { date, stated, actual } => {
                format!("{date}は{actual}曜日ですが、本文は{stated}曜日としています")
            }
            Self::ImpossibleDate { text } => format!("「{text}」は暦にない日付です"),
            Self::NumberGap { missing } => format!("番号{}がありません", list(missing)),
            Self::DuplicateNumber { number } => format!("番号{number}が重複しています"),
            Self::DanglingMark { text } => format!("「{text}」に対応する注がありません"),
            Self::OneWayReference { from, to } => {
                format!("番号{from}は番号{to}を参照していますが、逆の参照がありません")
            }
            Self::UnplacedText { in_rows: true, .. } => "どの行にも属さない文字列です".into(),
            Self::UnplacedText { in_rows: false, .. } => "出力のどこにも置けなかった文字列です".into(),
            Self::InferredSchedule { text, period } => {
                format!("「{text}」に月の記載がないため、同数の欄を持つ行から第{period}期と推定しました")
            }
            Self::AmbiguousColumn { text, columns } => {
                format!("「{text}」は{}のどちらの欄とも読めます", columns.join("と"))
            }
            Self::LostColumns => "この表の列はテキスト化の際に失われています".into(),
            Self::InferredRows { rows } => {
                format!("列ごとに書き出された表です。どの列にも{rows}個の欄があることから行を推定しました")
            }
            Self::UndecodableBytes { byte_offset, length, line } => {
                format!("バイト位置{byte_offset}（{line}行目）の{length}バイトはこの文字コードでは不正です")
            }
            Self::PrivateUseCharacter { text } => {
                format!("外字{}があります（字形は作成者の環境でしか分かりません）", code_points(text))
            }
            Self::UnknownDocument => "議事録でも計画表でもないため、全文を未配置としました".into(),
            Self::MixedDocument => "ここから別の文書です（議事録と計画表が一つのファイルにあります）".into(),
        }
    }

    fn data(&self) -> Map<String, Value> {
        let value = match self {
            Self::UnattributedOpinion | Self::LostColumns | Self::UnknownDocument | Self::MixedDocument => json!({}),
            Self::UnknownSpeaker { label } | Self::UnregisteredOrganization { label } => {
                json!({ "label": label })
            }
            Self::AmbiguousOrganization { label, candidates } => {
                json!({ "label": label, "candidates": candidates })
            }
            Self::VariantSpelling { label, other } => json!({ "label": label, "other": other }),
            Self::WeekdayMismatch { date, stated, actual } => {
                json!({ "date": date, "stated": stated, "actual": actual })
            }
            Self::NumberGap { missing } => json!({ "missing": missing }),
            Self::DuplicateNumber { number } => json!({ "number": number }),
            Self::OneWayReference { from, to } => json!({ "from": from, "to": to }),
            Self::ImpossibleDate { text }
            | Self::DanglingMark { text }
            | Self::UnplacedText { text, .. }
            | Self::PrivateUseCharacter { text } => json!({ "text": text }),
            Self::InferredRows { rows } => json!({ "rows": rows }),
            Self::InferredSchedule { text, period } => json!({ "text": text, "period": period }),
            Self::AmbiguousColumn { text, columns } => json!({ "text": text, "columns": columns }),
            Self::UndecodableBytes { byte_offset, length, line } => {
                json!({ "byte_offset": byte_offset, "length": length, "line": line })
            }
        };
        match value {
            Value::Object(map) => map.into_iter().filter(|(_, value)| value != "").collect(),
            _ => Map::new(),
        }
    }
}

fn list(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

fn code_points(text: &str) -> String {
    text.chars().map(|c| format!("U+{:04X}", c as u32)).collect::<Vec<_>>().join(" ")
}
