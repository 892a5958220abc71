using System.Text;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Analysis.Fixing;

/// <summary>Fixes that can be applied together: each completely or not at all; of two that overlap, only the first.</summary>
/// <param name="documents">The documents that the fixes refer to.</param>
/// <param name="textOf">The text of a file that is appended to without being checked; empty when it does not exist.</param>
internal sealed class FixSet(IEnumerable<Document> documents, Func<string, SourceText> textOf)
{
    private readonly Dictionary<string, SourceText> _texts = documents.DistinctBy(document => document.Path).ToDictionary(document => document.Path, document => document.Text);
    private readonly Dictionary<string, List<TextEdit>> _edits = [];

    /// <summary>Adds a fix.</summary>
    /// <returns>False when the fix overlaps another one, or a file cannot be written back without loss.</returns>
    public bool TryAdd(Fix fix)
    {
        if (fix.Edits.Any(edit => !CanBeWritten(edit) || (_edits.TryGetValue(edit.File, out var others) && others.Exists(other => Touch(edit, other)))))
            return false;
        foreach (var edit in fix.Edits)
        {
            if (!_edits.TryGetValue(edit.File, out var edits))
                _edits[edit.File] = edits = [];
            edits.Add(edit);
        }

        return true;
    }

    /// <summary>The new texts of the files that change.</summary>
    public IReadOnlyDictionary<string, SourceText> Apply() => _edits.ToDictionary(entry => entry.Key, entry => Apply(TextOf(entry.Key), entry.Value));

    private static SourceText Apply(SourceText text, IReadOnlyList<TextEdit> edits)
    {
        var content = new StringBuilder(text.Content);
        foreach (var edit in edits.Where(edit => edit.Start != TextEdit.AtEnd).OrderByDescending(edit => edit.Start))
            content.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.NewText);
        foreach (var edit in edits.Where(edit => edit.Start == TextEdit.AtEnd))
            Append(content, edit.NewText);
        return SourceText.From(content.ToString(), text.HasByteOrderMark);
    }

    // The appended text begins with the line break that separates it; an empty file needs none.
    private static void Append(StringBuilder content, string text)
    {
        if (content.Length > 0 && content[^1] is not ('\n' or '\r'))
            content.Append('\n');
        content.Append(content.Length == 0 ? text.TrimStart('\r', '\n') : text);
    }

    private SourceText TextOf(string path) => _texts.TryGetValue(path, out var text) ? text : _texts[path] = textOf(path);

    // Files that are not checked are only appended to. Bytes that are not UTF-8, or were not read, would be lost.
    private bool CanBeWritten(TextEdit edit) =>
        (edit.Start == TextEdit.AtEnd || _texts.ContainsKey(edit.File)) && TextOf(edit.File) is { IsValidUtf8: true, IsTruncated: false, IsBinary: false };

    // Texts that two fixes append do not overlap.
    private static bool Touch(TextEdit one, TextEdit other) =>
        one.Start <= other.Start + other.Length && other.Start <= one.Start + one.Length && one.Start != TextEdit.AtEnd;
}
