using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Analysis.Fixing;

/// <summary>
/// Applies the fixes of findings in memory and checks the result again until no fix is left. A fix that another one enables or
/// overlaps is applied in the next round, so that a second run has nothing to do.
/// </summary>
public static class FixApplier
{
    private const int MostRounds = 20;

    /// <summary>Computes the files with fixes applied.</summary>
    /// <param name="input">The documents and settings.</param>
    /// <param name="safety">Safe: safe fixes only; Unsafe: all.</param>
    /// <param name="check">Runs the rules.</param>
    public static FixResult Find(AnalysisInput input, FixSafety safety, Func<AnalysisInput, AnalysisResult> check)
    {
        // Only a further run would apply the fixes of unlisted findings.
        input = input with { MostFindings = int.MaxValue };
        var before = check(input);
        var result = before;
        var applied = new List<Finding>();
        var others = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var fixes = new FixSet(result.Input.Documents, path => others.GetValueOrDefault(path) ?? Present(input, path));
            var chosen = Choose(result.Findings.Where(finding => finding.Fix?.Safety <= safety && finding.Fix.Safety != FixSafety.None).ToArray(), fixes);
            if (chosen.Count == 0)
                break;
            applied.AddRange(chosen);
            var texts = fixes.Apply();
            foreach (var (path, text) in texts.Where(entry => input.Documents.All(document => document.Path != entry.Key)))
                others[path] = text;
            result = check(Replace(result.Input, texts));
        }

        var cleared = Change(input.Documents, result.Input.Documents, EmptySections.Clear);
        if (cleared.Count > 0)
            result = check(Replace(result.Input, cleared));
        // Only after all fixes: two fixes in one list would both renumber the items below them.
        var renumbered = Change(input.Documents, result.Input.Documents, (old, updated) => ListNumbers.Mend(old.Text.Content, updated.Text.Content));
        if (renumbered.Count > 0)
            result = check(Replace(result.Input, renumbered));
        var added = others.Select(file => new FixedFile(file.Key, Present(input, file.Key), file.Value) { IsNew = input.Repository.ReadText(file.Key, limit: 1) is null });
        return new FixResult(before, result, applied, [.. Changes(input.Documents, result.Input.Documents), .. added]);
    }

    // One last resort at a time, and only when no other fix is left.
    private static IReadOnlyList<Finding> Choose(IReadOnlyList<Finding> findings, FixSet fixes)
    {
        var first = findings.Where(finding => !finding.Fix!.IsLastResort && fixes.TryAdd(finding.Fix)).ToArray();
        return first.Length > 0 ? first : [.. findings.Where(finding => finding.Fix!.IsLastResort && fixes.TryAdd(finding.Fix)).Take(1)];
    }

    private static SourceText Present(AnalysisInput input, string path) => input.Repository.ReadText(path) ?? SourceText.From("");

    private static Dictionary<string, SourceText> Change(IEnumerable<Document> before, IEnumerable<Document> after, Func<Document, Document, string> change) =>
        before.Zip(after, (old, updated) => (Old: old, Updated: updated, Text: old == updated || updated.IsTooDeep ? updated.Text.Content : change(old, updated)))
            .Where(file => !file.Text.Equals(file.Updated.Text.Content, StringComparison.Ordinal)).DistinctBy(file => file.Updated.Path)
            .ToDictionary(file => file.Updated.Path, file => SourceText.From(file.Text, file.Old.Text.HasByteOrderMark));

    private static AnalysisInput Replace(AnalysisInput input, IReadOnlyDictionary<string, SourceText> texts)
    {
        // Packets and the list of documents share their objects, so each document is replaced by one object.
        var replaced = new Dictionary<Document, Document>();
        return input with
        {
            Packets = [.. input.Packets.Select(packet => packet with { Handoff = New(packet.Handoff), Documents = [.. packet.Documents.Select(New)] })],
            Documents = [.. input.Documents.Select(New)],
        };

        Document New(Document document)
        {
            if (!replaced.TryGetValue(document, out var made))
                replaced[document] = made = texts.TryGetValue(document.Path, out var text) ? new Document(document.Path, text, document.Kind) : document;
            return made;
        }
    }

    private static IEnumerable<FixedFile> Changes(IEnumerable<Document> before, IEnumerable<Document> after) =>
        before.Zip(after, (old, updated) => new FixedFile(old.Path, old.Text, updated.Text))
            .Where(file => !file.Before.Content.Equals(file.After.Content, StringComparison.Ordinal)).DistinctBy(file => file.Path);
}
