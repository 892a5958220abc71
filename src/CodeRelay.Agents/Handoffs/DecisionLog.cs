using System.Text;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Copies a handoff's decisions to the packet's DECISIONS.md: a handoff is read once, a decision holds longer.</summary>
internal static partial class DecisionLog
{
    private const int LongestTitle = 80;

    /// <summary>Adds the decisions that the log lacks, each under `### date: title`, in the log's own order.</summary>
    /// <param name="repository">The repository of the log.</param>
    /// <param name="configuration">The settings of coderelay.yml, which may name the packet's place.</param>
    /// <param name="body">The Markdown of the handoff.</param>
    /// <param name="now">The date of the entries.</param>
    /// <param name="isDryRun">True to count only.</param>
    /// <returns>Full path of the log and the number of entries added; null when the handoff contains no decision.</returns>
    /// <exception cref="IOException">The log cannot be read or written; it is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    /// <exception cref="RelayException">The log is not valid UTF-8, so an edit could damage it.</exception>
    public static (string Path, int Added)? Enter(Repository repository, Configuration configuration, string body, DateTimeOffset now, bool isDryRun = false)
    {
        var decisions = Of(body);
        if (decisions.Count == 0)
            return null;
        var path = PathOf(repository, configuration);
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : "# Decisions\n"u8.ToArray();
        var log = SourceText.Decode(bytes, bytes.Length);
        if (!log.IsValidUtf8 || log.IsBinary)
            throw new RelayException($"'{path}' is not UTF-8 text, so nothing was added to it; save it as UTF-8 first");
        var known = Words(log.Content);
        var added = decisions.Where(decision => !known.Contains(Words(decision), StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        if (added.Count > 0 && !isDryRun)
            AtomicFile.Write(path, [.. log.HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(With(log.Content, added, now))]);
        return (path, added.Count);
    }

    // Each statement with the lines indented below it.
    private static List<string> Of(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var document = new Document(HandoffCheck.FileName, SourceText.Decode(bytes, bytes.Length), DocumentKind.Handoff);
        var decisions = new List<string>();
        foreach (var section in document.Sections.Where(section => section.OwnKind == SectionKind.Decisions))
        {
            foreach (var block in section.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.ListItem))
            {
                var text = document.Text.Content[block.Start..block.End].Trim().ReplaceLineEndings("\n");
                if (block.Kind == BlockKind.ListItem && block.Depth > 0 && decisions.Count > 0)
                    decisions[^1] += $"\n{new string(' ', 2 * (block.Depth - 1))}{text}";
                else
                    decisions.Add(ListMarker.Without(text));
            }
        }

        decisions.RemoveAll(decision => Words(decision).Length == 0);
        return decisions;
    }

    private static string PathOf(Repository repository, Configuration configuration)
    {
        var packet = AnalysisInput.Of(repository, configuration).Packets is [var first, ..] ? first : null;
        var log = packet?.Documents.FirstOrDefault(document => document.Kind == DocumentKind.Decisions)?.Path;
        return repository.FullPath(log ?? Path.Combine(Path.GetDirectoryName(packet?.Handoff.Path) ?? "", "DECISIONS.md"));
    }

    private static string With(string log, List<string> decisions, DateTimeOffset now)
    {
        var ending = log.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var dated = Entry().Matches(Comment().Replace(log, hidden => new string(' ', hidden.Length)));
        var level = dated.Count > 0 ? dated[0].Groups["level"].Value : "###";
        var entries = string.Join("\n\n", decisions.Select(decision => $"{level} {ReceiptStamp.Time(now)[..10]}: {Title(decision)}\n\n{decision}"));
        var isOldestFirst = dated.Count > 1 && string.CompareOrdinal(dated[0].Groups["date"].Value, dated[^1].Groups["date"].Value) < 0;
        var text = dated.Count == 0 || isOldestFirst
            ? $"{log.TrimEnd()}\n\n{entries}\n"
            : $"{log[..dated[0].Index]}{entries}\n\n{log[dated[0].Index..]}";
        return text.ReplaceLineEndings(ending);
    }

    private static string Title(string decision)
    {
        var line = Marks().Replace(HandoffFrame.OneLine(decision.Split('\n')[0]), "");
        var end = SentenceEnd().Match(line);
        return HandoffFrame.Clip(end.Success ? line[..end.Index] : line, LongestTitle);
    }

    // A key that two entries of the same meaning share.
    private static string Words(string text) => string.Join(' ', Word().Matches(text).Select(word => word.Value.ToUpperInvariant()));

    [GeneratedRegex(@"^(?<level>##{1,3})\s+\[?(?<date>\d{4}-\d{2}-\d{2})\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[.;:](?:\s|$)|[。；：]|,?\s(?:because|since|weil|parce\sque|porque)\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
