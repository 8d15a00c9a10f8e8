//! Reading of the embedded tables: tab-separated, one header line, `#` for comments.

/// The rows of an embedded table, each as its `N` columns; missing columns are empty.
///
/// ```text
/// # departments
/// suffix ⇥ rule
/// 課 ⇥ form.department      →  ["課", "form.department"]
/// ```
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let body = table.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    body.skip(1).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn comments_and_the_header_are_no_rows() {
        let table = "# about\nword\tkind\n県\tgovernment\n病院\n";
        let read: Vec<_> = rows::<2>(table).collect();
        assert_eq!(read, [["県", "government"], ["病院", ""]]);
    }
}
