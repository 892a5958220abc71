using System.Text.RegularExpressions;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Sorts the content of a Markdown handoff into the parts of a briefing.</summary>
internal sealed partial class BriefingReader
{
    private readonly Dictionary<BriefingPart, List<string>> _parts = [];

    /// <summary>The texts of a part, in source order.</summary>
    public IReadOnlyList<string> this[BriefingPart part] => _parts.GetValueOrDefault(part) ?? [];

    /// <summary>Reads AgentOps' handoff document or its prompt.</summary>
    /// <param name="source">The origin, for a line in the text.</param>
    /// <param name="text">The Markdown.</param>
    /// <param name="knowledge">Finds text that git already records.</param>
    public static Briefing Read(string source, string text, GitKnowledge? knowledge)
    {
        var document = new Document(HandoffCheck.FileName, SourceText.From(text), DocumentKind.Handoff);
        var reader = new BriefingReader();
        var entries = Outline.Read(document);
        reader.Add(entries, knowledge, BriefingPart.Context);
        return reader.ToBriefing(source) with
        {
            Goal = reader[BriefingPart.Goal] is [var goal, ..] ? goal : Topic(document),
            Created = entries.FirstOrDefault(entry => BriefingParts.Of(entry) == BriefingPart.Header)?.Text,
        };
    }

    /// <summary>Adds entries to their parts.</summary>
    /// <param name="entries">The entries, in order.</param>
    /// <param name="knowledge">Finds entries that git already records; null to keep everything.</param>
    /// <param name="other">The part of entries without a known label or heading.</param>
    public void Add(IReadOnlyList<OutlineEntry> entries, GitKnowledge? knowledge, BriefingPart other)
    {
        // Only finished work can be in git already; a plan in a commit's words is still a plan.
        var known = knowledge?.Find(entries.Where(entry => BriefingParts.Of(entry) is BriefingPart.Done or BriefingPart.Context));
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var part = BriefingParts.Of(entry) is var found and not BriefingPart.Context ? found : other;
            if (known is not null && (known.Contains(entry) || IsLeadIn(entry) && i + 1 < entries.Count && known.Contains(entries[i + 1])))
                continue;
            if (part == BriefingPart.Files)
                Add(part, FileLines(entry));
            else
                Add(part, [part == BriefingPart.InProgress && entry is { Label.Length: > 0, IsFence: false } ? entry.Whole : Written(entry, part)]);
            if (BlockedOn().Match(entry.Text) is { Success: true } blocked && part == BriefingPart.InProgress)
                Add(BriefingPart.Blockers, [blocked.Value]);
        }
    }

    /// <summary>Adds texts to a part; a text that means "none" only while the part is empty.</summary>
    public void Add(BriefingPart part, IEnumerable<string> texts)
    {
        var said = _parts.TryGetValue(part, out var list) ? list : _parts[part] = [];
        foreach (var text in texts.Where(text => text.Length > 0 && !said.Contains(text)))
        {
            if (part == BriefingPart.Blockers && said.Count > 0 && Wording.SaysNone(text))
                continue;
            said.RemoveAll(before => part == BriefingPart.Blockers && Wording.SaysNone(before));
            said.Add(text);
        }
    }

    /// <summary>The added texts as a briefing without goal and time.</summary>
    public Briefing ToBriefing(string source) => new()
    {
        Source = source,
        InProgress = this[BriefingPart.InProgress],
        Next = this[BriefingPart.Next],
        Files = this[BriefingPart.Files],
        Blockers = this[BriefingPart.Blockers],
        Decisions = this[BriefingPart.Decisions],
        Done = this[BriefingPart.Done],
        Context = this[BriefingPart.Context],
    };

    private static bool IsLeadIn(OutlineEntry entry) => entry.Text.EndsWith(':') && entry.Label.Length == 0;

    private static string Written(OutlineEntry entry, BriefingPart part)
    {
        if (entry.IsFence)
            return $"{(entry.Label.Length > 0 ? entry.Label + ":\n" : "")}```\n{entry.Text}\n```";
        // The part already expresses its label; other labels stay.
        return part is BriefingPart.Context or BriefingPart.Decisions or BriefingPart.Done || SectionKinds.Of(entry.Label) == SectionKind.None && part != BriefingPart.Header && !IsPartName(entry.Label) ? entry.Whole : entry.Text;
    }

    private static bool IsPartName(string label) => label.StartsWith("next", StringComparison.OrdinalIgnoreCase) || label.StartsWith("block", StringComparison.OrdinalIgnoreCase);

    // Paths are in a fence, one per line; comments only give their order.
    private static IEnumerable<string> FileLines(OutlineEntry entry) => entry.IsFence
        ? entry.Text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#').Select(line => $"`{line.Trim('`')}`")
        : [entry.Whole];

    // "Handoff: auth-refactor" names a topic; the prompt's title does not.
    private static string? Topic(Document document)
    {
        var title = document.Sections.FirstOrDefault(section => section.Level == 1)?.Title.Trim() ?? "";
        if (title.Contains("continuation prompt", StringComparison.OrdinalIgnoreCase))
            return null;
        if (title.StartsWith("handoff", StringComparison.OrdinalIgnoreCase))
            title = title["handoff".Length..].TrimStart(':', '-', '—', '–', ' ');
        return title.Length == 0 ? null : title;
    }

    [GeneratedRegex(@"\bblocked (?:on|by) [^\n]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex BlockedOn();
}
