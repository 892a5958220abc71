using System.Globalization;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// A fence whose lines point into source files and name the content there: "Flush(Queue.cs:40) is called". It is redundant only as a whole,
/// since it is deleted as a whole.
/// </summary>
internal static partial class CodePointerList
{
    private const int FewestLines = 2;

    // A line without a reference of its own continues the line above.
    private const double SmallestShare = 0.75;

    /// <returns>The occurrences of the names, per line; empty when a line contains more than the code does.</returns>
    public static IReadOnlyList<EvidenceItem> Find(Block fence, RuleContext context)
    {
        if (Pointer().Count(fence.Text) < FewestLines)
            return [];
        var lines = FenceReader.Lines(fence).Select(line => line.Text).Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        var found = new List<EvidenceItem>();
        foreach (var line in lines)
        {
            var targets = Pointer().Matches(line).Select(match => TargetOf(match, fence.Document, context)).ToArray();
            if (targets.Length > 0 && (CodePointer.Find(line, targets, context) ?? FindWords(line, targets, context)) is { } symbol)
                found.Add(symbol);
            else if (targets.Length > 0 || !IsKnown(line, fence.Document, context))
                return [];
        }

        return found.Count >= Math.Max(FewestLines, lines.Length * SmallestShare) ? found : [];
    }

    private static CodePointer.Target TargetOf(Match match, Document document, RuleContext context)
    {
        var written = match.Groups["path"].Value;
        var line = int.TryParse(match.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        return new(written, CodePointer.FileOf(context.Evidence.Paths.Resolve(written, document.Directory), document, context), line);
    }

    // "Queue.cs:40 flushes": a plain word only counts on exactly that line.
    private static EvidenceItem? FindWords(string line, CodePointer.Target[] targets, RuleContext context)
    {
        var words = Word().Matches(targets.Aggregate(line, (rest, target) => rest.Replace(target.Written, " ", StringComparison.Ordinal))).Select(match => match.Value).ToArray();
        if (words.Length == 0 || targets is not [{ Path: { } path, Line: var at }] || context.Repository.ReadText(path) is not { } file || at > file.LineCount)
            return null;
        return words.All(word => file.Line(at).Contains(word, StringComparison.OrdinalIgnoreCase)) ? new EvidenceItem(EvidenceKind.Symbol, $"{path}:{at}", words[0]) : null;
    }

    private static bool IsKnown(string line, Document document, RuleContext context)
    {
        var names = CodePointer.Names(line);
        return names.Count > 0 && NamedSources.Select([document], context.Evidence.Paths).Any(path => context.Repository.ReadText(path) is { } file && names.All(name => file.Content.Contains(name, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"(?<path>[A-Za-z0-9_][A-Za-z0-9_./-]*\.[A-Za-z]{1,6}):(?<line>[0-9]{1,6})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"[A-Za-z]{4,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
