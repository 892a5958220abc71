using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Curing;

/// <summary>
/// Applies the fixes of findings in memory, and judges the result again until no fix is left: what one fix makes possible or
/// touches comes in the next round, so that a second run has nothing to do.
/// </summary>
public static class Cure
{
    private const int MostRounds = 20;

    /// <summary>Finds what the fixes make of the judged files.</summary>
    /// <param name="input">What is judged.</param>
    /// <param name="safety">Safe: safe fixes only; Unsafe: all.</param>
    /// <param name="check">Judges.</param>
    public static CureResult Find(AnalysisInput input, FixSafety safety, Func<AnalysisInput, AnalysisResult> check)
    {
        var before = check(input);
        var result = before;
        var applied = new List<Finding>();
        for (var round = 0; round < MostRounds; round++)
        {
            var fixes = new FixSet(result.Input.Documents);
            var added = result.Findings.Where(finding => finding.Fix is { } fix && fix.Safety <= safety && fixes.TryAdd(fix)).ToArray();
            if (added.Length == 0)
                break;
            applied.AddRange(added);
            result = check(Replace(result.Input, fixes.Apply()));
        }

        // Only now: two fixes in one list would both change the numbers below them.
        var renumbered = Renumber(input.Documents, result.Input.Documents);
        if (renumbered.Count > 0)
            result = check(Replace(result.Input, renumbered));
        return new CureResult(before, result, applied, [.. Changes(input.Documents, result.Input.Documents)]);
    }

    private static Dictionary<string, SourceText> Renumber(IEnumerable<Document> before, IEnumerable<Document> after) =>
        before.Zip(after, (old, cured) => (Old: old, Cured: cured, Text: old == cured || cured.IsTooDeep ? cured.Text.Content : ListNumbers.Mend(old.Text.Content, cured.Text.Content)))
            .Where(file => !file.Text.Equals(file.Cured.Text.Content, StringComparison.Ordinal)).DistinctBy(file => file.Cured.Path)
            .ToDictionary(file => file.Cured.Path, file => SourceText.From(file.Text, file.Old.Text.HasByteOrderMark));

    private static AnalysisInput Replace(AnalysisInput input, IReadOnlyDictionary<string, SourceText> texts)
    {
        // One object per document, since packets and the list of documents share them.
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

    private static IEnumerable<CuredFile> Changes(IEnumerable<Document> before, IEnumerable<Document> after) =>
        before.Zip(after, (old, cured) => new CuredFile(old.Path, old.Text, cured.Text))
            .Where(file => !file.Before.Content.Equals(file.After.Content, StringComparison.Ordinal)).DistinctBy(file => file.Path);
}
