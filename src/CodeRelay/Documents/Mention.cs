using CodeRelay.Text;

namespace CodeRelay.Documents;

/// <summary>The kind of a reference in a text.</summary>
public enum MentionKind
{
    /// <summary>A file, directory or glob, possibly with a line.</summary>
    Path,

    /// <summary>Text shaped like a path that may also be a branch, a repository or two words: a path only if it resolves.</summary>
    Candidate,

    /// <summary>A commit id of 7 to 40 hex digits.</summary>
    Commit,

    /// <summary>A command line in a code span or a shell fence.</summary>
    Command,

    /// <summary>A link target: relative path, anchor or both; URLs are not mentions.</summary>
    Link,
}

/// <summary>A reference in a document that can be checked.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Block">The block that contains it.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="Length">UTF-16 units, as written.</param>
/// <param name="Target">
/// The path with '/' separators and without line suffix, "./", quotes or trailing punctuation; the commit id; the command; the link as written.
/// </param>
public sealed record Mention(MentionKind Kind, Block Block, int Start, int Length, string Target)
{
    /// <summary>The first line of a path mention (`file.cs:12`, `file.cs#L12`), 1-based, or null.</summary>
    public int? Line { get; init; }

    /// <summary>The last line of `file.cs:12-20`, 1-based, or null.</summary>
    public int? EndLine { get; init; }

    /// <summary>The part after '#', or null.</summary>
    public string? Anchor { get; init; }

    /// <summary>True for a path with `*`, `?` or braces.</summary>
    public bool IsGlob { get; init; }

    /// <summary>True in a code span, a fence or a link, where it is certainly meant as a reference.</summary>
    public bool IsMarked { get; init; }

    public TextRange Range => Block.Document.Text.Range(Start, Start + Length);
}
