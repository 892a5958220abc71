using CodeRelay.Text;

namespace CodeRelay.Documents;

/// <summary>What a text refers to.</summary>
public enum MentionKind
{
    /// <summary>A file, directory or glob, maybe with a line.</summary>
    Path,

    /// <summary>A shape that a path has as well as a branch, an owner's repository or two words: a path only where it resolves to one.</summary>
    Candidate,

    /// <summary>A commit id of 7 to 40 hex digits.</summary>
    Commit,

    /// <summary>A command line in a code span or a shell fence.</summary>
    Command,

    /// <summary>A link target: relative path, anchor or both; URLs of the network are no mentions.</summary>
    Link,
}

/// <summary>A place in a document that refers to something that can be looked up.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Block">Where it stands.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">UTF-16 units as written.</param>
/// <param name="Target">
/// The path with '/' separators and without line suffix, "./", quotes or trailing punctuation; the commit id; the command; the link as written.
/// </param>
public sealed record Mention(MentionKind Kind, Block Block, int Start, int Length, string Target)
{
    /// <summary>The first line that a path mention points to (`file.cs:12`, `file.cs#L12`), or null.</summary>
    public int? Line { get; init; }

    /// <summary>The last line of `file.cs:12-20`, or null.</summary>
    public int? EndLine { get; init; }

    /// <summary>The part behind '#', or null.</summary>
    public string? Anchor { get; init; }

    /// <summary>True for a path with `*`, `?` or braces.</summary>
    public bool IsGlob { get; init; }

    /// <summary>True when it stands in a code span, a fence or a link, so that it was meant as a reference.</summary>
    public bool IsMarked { get; init; }

    public TextRange Range => Block.Document.Text.Range(Start, Start + Length);
}
