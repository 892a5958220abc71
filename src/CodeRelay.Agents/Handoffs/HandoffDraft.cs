using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff before it is written: the writer's text, and what the command found out about the worktree.</summary>
internal sealed record HandoffDraft
{
    private const int LongestName = 80;
    private const int LongestDescription = 200;

    // Fields that the command fills in; what a text says of them is not taken over.
    private static readonly string[] OwnFields = [.. HandoffText.RequiredFields, "topic", "repository", "received_at", "forced"];

    private readonly HandoffText _given;

    /// <param name="station">Where it is written.</param>
    /// <param name="text">The writer's text, with or without front matter.</param>
    public HandoffDraft(MailboxOwner station, HandoffText text)
    {
        Station = station;
        _given = text;
        Body = WithTitle(HandoffFrame.Clean(text.Body).Trim('\n').TrimEnd());
    }

    public MailboxOwner Station { get; }

    /// <summary>The Markdown behind the front matter.</summary>
    public string Body { get; init; }

    /// <summary>The title, or null for that of the text.</summary>
    public string? Name { get; init; }

    /// <summary>The topic as the user gave it, or null for the one of the last commit.</summary>
    public string? Topic { get; init; }

    /// <summary>True when it goes to another machine, where the paths of this one say nothing.</summary>
    public bool IsForAnotherMachine { get; init; }

    /// <summary>Which program writes, or null to recognise it.</summary>
    public string? SessionTool { get; init; }

    /// <summary>The ids of the rules that objected and were overruled.</summary>
    public IReadOnlyList<string> Forced { get; init; } = [];

    /// <summary>What must be there before anything is judged, one sentence each.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            if (NextAction().Length == 0)
                yield return $"the section `## {HandoffSections.NextAction}` is missing or empty: write the first concrete step there; `coderelay handoff --template` prints all sections";
        }
    }

    /// <summary>The whole file.</summary>
    /// <param name="to">The recipient's name.</param>
    /// <param name="facts">The state of the worktree.</param>
    /// <param name="created">Now.</param>
    /// <param name="environment">The user's machine, which tells the program.</param>
    public (string FileName, string Text) Compose(string to, WorktreeFacts facts, DateTimeOffset created, UserEnvironment environment)
    {
        var topic = ChosenTopic(created);
        var nextAction = FirstLine(NextAction());
        var name = FirstOf(Name, _given["name"], Title(), nextAction) ?? $"Handoff from {Station.Name}";
        var header = new HandoffHeader
        {
            Name = HandoffFrame.Clip(name, LongestName),
            Description = HandoffFrame.Clip(FirstOf(_given["description"], nextAction) ?? name, LongestDescription),
            From = Station.Name,
            To = to,
            Created = created,
            Facts = facts,
            SessionTool = FirstOf(SessionTool, _given["session_tool"]) ?? CodeRelay.Agents.Handoffs.SessionTool.Of(environment),
            Topic = topic,
            Repository = IsForAnotherMachine ? null : Station.RepositoryId,
            Others = [.. _given.Fields.Where(field => !OwnFields.Contains(field.Key)), .. Forced.Count == 0 ? [] : new[] { KeyValuePair.Create("forced", string.Join(", ", Forced)) }],
        };
        return (HandoffFileName.Of(created, Station.Name, topic), $"{header}{Body}\n");
    }

    /// <summary>What the writer gave for the fields, one per line: it is shown and listed as the text is.</summary>
    public string GivenFields => string.Join('\n', _given.Fields.Where(given => given.Key is "name" or "description" || !OwnFields.Contains(given.Key)).Select(given => given.Value).Append(Name).Append(Topic));

    private string ChosenTopic(DateTimeOffset created) =>
        HandoffFileName.Topic(Topic ?? _given["topic"] ?? LastSubject() ?? "") ?? $"session-{created.UtcDateTime:HHmm}";

    // Two to four words say enough.
    private string? LastSubject()
    {
        try
        {
            return Station.Repository.Git?.Run("log", "-1", "--format=%s") is { Succeeded: true, Text: { Length: > 0 } subject } && HandoffFileName.Topic(subject) is { } topic
                ? string.Join('-', topic.Split('-').Take(4))
                : null;
        }
        catch (GitException)
        {
            return null;
        }
    }

    private static string WithTitle(string body) =>
        body.StartsWith("# ", StringComparison.Ordinal) || body.Length == 0 ? body : $"# Handoff\n\n{body}";

    /// <summary>What the first heading says besides that it is a handoff, or null.</summary>
    internal string? Title()
    {
        var title = Subject(Body.AsSpan(0, Math.Max(0, Body.IndexOf('\n', StringComparison.Ordinal))).TrimStart("# "));
        return title.Length == 0 ? null : title;
    }

    /// <summary>A title without the word for what it is the title of.</summary>
    internal static string Subject(ReadOnlySpan<char> title)
    {
        while (title.StartsWith("Handoff", StringComparison.OrdinalIgnoreCase))
            title = title["Handoff".Length..].TrimStart(" —–-:");
        return title.ToString();
    }

    /// <summary>The Markdown of the section that must be there; empty when it is not.</summary>
    internal string NextAction()
    {
        var lines = Body.Split('\n');
        var start = Array.FindIndex(lines, line => line.TrimEnd() == HandoffText.RequiredHeading);
        return start < 0 ? "" : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("# ", StringComparison.Ordinal) && !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => !line.StartsWith("<!--", StringComparison.Ordinal))).Trim();
    }

    // A fence or a rule says nothing, and code only where there is nothing else.
    private static string FirstLine(string text)
    {
        var isCode = false;
        string? code = null;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                code ??= line;
            else if (line.Any(char.IsLetterOrDigit))
                return line.TrimStart('-', '*', ' ', '1', '.').Replace("**", "", StringComparison.Ordinal);
        }

        return code ?? "";
    }

    // The fields must not be empty, and what is only blanks and control characters would be.
    private static string? FirstOf(params IEnumerable<string?> texts) =>
        texts.FirstOrDefault(text => text is not null && HandoffFrame.OneLine(text).Length > 0);
}
