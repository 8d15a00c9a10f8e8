//! The documents' ids: one input has its file's stem, several have their paths without extension.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use super::input::Input;
use super::problem::Problem;

/// One id for each input, all different, as far as anything is written under them.
pub fn distinct(inputs: &[Input], given: Option<String>) -> Result<Vec<String>, Problem> {
    let ids = match (inputs, given) {
        ([_], Some(id)) => vec![id],
        (_, Some(_)) => return Err(Problem::IdForSeveral),
        (_, None) => ids(inputs),
    };
    let mut first: HashMap<&str, &Input> = HashMap::new();
    for (id, input) in ids.iter().zip(inputs) {
        if let Some(first) = first.insert(id, input) {
            return Err(Problem::SameId { id: id.clone(), first: first.shown(), second: input.shown() });
        }
    }
    Ok(ids)
}

/// One id for each input.
pub fn ids(inputs: &[Input]) -> Vec<String> {
    match inputs {
        [Input::Stdin] => vec!["stdin".to_owned()],
        [Input::File(path)] => vec![path.file_stem().unwrap_or_default().to_string_lossy().into_owned()],
        _ => by_path(inputs, &std::env::current_dir().unwrap_or_default()),
    }
}

/// Paths relative to the working folder, or to the innermost folder that holds all files where one lies outside.
fn by_path(inputs: &[Input], folder: &Path) -> Vec<String> {
    let paths: Vec<Option<PathBuf>> = inputs
        .iter()
        .map(|input| match input {
            Input::Stdin => None,
            Input::File(path) => Some(clean(&folder.join(path))),
        })
        .collect();
    let inside = paths.iter().flatten().all(|path| path.starts_with(folder));
    let base = if inside { folder.to_owned() } else { common(paths.iter().flatten()) };
    let id = |path: &Option<PathBuf>| match path {
        None => "stdin".to_owned(),
        Some(path) => relative(path, &base),
    };
    paths.iter().map(id).collect()
}

/// The path without `.` and `..`, as far as its letters tell.
fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => clean.push(component),
        }
    }
    clean
}

fn common<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> PathBuf {
    let mut folders = paths.map(|path| path.parent().unwrap_or(path));
    let Some(first) = folders.next() else { return PathBuf::new() };
    folders.fold(first.to_owned(), |base, folder| {
        base.components().zip(folder.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    })
}

/// `/data/kanagawa/a.txt` below `/data` → `kanagawa/a`, with `/` on every system.
fn relative(path: &Path, base: &Path) -> String {
    let path = path.strip_prefix(base).unwrap_or(path).with_extension("");
    let names = path.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    names.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Vec<Input> {
        paths.iter().map(|path| Input::of(PathBuf::from(path))).collect()
    }

    fn below(paths: &[&str]) -> Vec<String> {
        by_path(&files(paths), Path::new("/home/data"))
    }

    #[test]
    fn several_files_have_their_relative_paths_without_extension() {
        assert_eq!(below(&["a/x.txt", "./b/x.y.txt"]), ["a/x", "b/x.y"]);
        assert_eq!(below(&["/home/data/a/x.txt", "第１回.txt", "-"]), ["a/x", "第１回", "stdin"]);
    }

    #[test]
    fn files_outside_are_named_from_the_folder_that_holds_them_all() {
        assert_eq!(below(&["/srv/p/x.txt", "/srv/q/r/x.txt"]), ["p/x", "q/r/x"]);
        assert_eq!(below(&["../other/x.txt", "x.txt"]), ["other/x", "data/x"]);
    }

    #[test]
    fn one_file_has_its_stem_and_two_may_not_share_an_id() {
        assert_eq!(ids(&files(&["a/第１回.txt"])), ["第１回"]);
        assert_eq!(ids(&files(&["-"])), ["stdin"]);
        assert_eq!(distinct(&files(&["a.txt"]), Some("x".into())).unwrap(), ["x"]);
        assert!(matches!(distinct(&files(&["a.txt", "a.md"]), None), Err(Problem::SameId { .. })));
        assert!(matches!(distinct(&files(&["a.txt", "b.txt"]), Some("x".into())), Err(Problem::IdForSeveral)));
    }
}
