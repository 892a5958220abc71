using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Curing;

/// <summary>Fixes that can be applied at the same time: each wholly or not at all, the first of two that touch the same text.</summary>
/// <param name="documents">What the fixes were made for.</param>
internal sealed class FixSet(IEnumerable<Document> documents)
{
    private readonly Dictionary<string, Document> _documents = documents.DistinctBy(document => document.Path).Where(CanBeWritten).ToDictionary(document => document.Path);
    private readonly Dictionary<string, List<TextEdit>> _edits = [];

    /// <summary>Takes a fix in.</summary>
    /// <returns>False when it touches a text that another one changes, or a file that cannot be written back as it was.</returns>
    public bool TryAdd(Fix fix)
    {
        if (fix.Edits.Any(edit => !_documents.ContainsKey(edit.File) || (_edits.TryGetValue(edit.File, out var others) && others.Exists(other => Touch(edit, other)))))
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
    public IReadOnlyDictionary<string, SourceText> Apply() => _edits.ToDictionary(entry => entry.Key, entry => Apply(_documents[entry.Key].Text, entry.Value));

    private static SourceText Apply(SourceText text, IEnumerable<TextEdit> edits)
    {
        var content = new StringBuilder(text.Content);
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
            content.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.NewText);
        return SourceText.From(content.ToString(), text.HasByteOrderMark);
    }

    // Bytes that are not UTF-8, or were not read, would be lost.
    private static bool CanBeWritten(Document document) => document.Text is { IsValidUtf8: true, IsTruncated: false, IsBinary: false };

    private static bool Touch(TextEdit one, TextEdit other) => one.Start <= other.Start + other.Length && other.Start <= one.Start + one.Length;
}
