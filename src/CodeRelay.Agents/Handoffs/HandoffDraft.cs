using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff before it is written: the writer's text and the facts about the worktree.</summary>
internal sealed record HandoffDraft
{
    private const int LongestName = 80;
    private const int LongestDescription = 200;

    // The command sets these fields; values in the text are ignored.
    private static readonly string[] OwnFields = [.. HandoffText.RequiredFields, "topic", "repository", "received_at", "forced"];

    private readonly HandoffText _given;

    /// <param name="owner">The writer's worktree.</param>
    /// <param name="text">The writer's text, with or without front matter.</param>
    public HandoffDraft(MailboxOwner owner, HandoffText text)
    {
        Owner = owner;
        _given = text;
        Body = WithTitle(HandoffFrame.Clean(text.Body).Trim('\n').TrimEnd());
    }

    public MailboxOwner Owner { get; }

    /// <summary>The Markdown after the front matter.</summary>
    public string Body { get; init; }

    /// <summary>The title, or null for the title in the text.</summary>
    public string? Name { get; init; }

    /// <summary>The topic that the user gave, or null to derive it from the last commit.</summary>
    public string? Topic { get; init; }

    /// <summary>True when it goes to another machine, where this machine's paths mean nothing.</summary>
    public bool IsForAnotherMachine { get; init; }

    /// <summary>The writing program, or null to detect it.</summary>
    public string? SessionTool { get; init; }

    /// <summary>The ids of the rules whose errors were overridden.</summary>
    public IReadOnlyList<string> Forced { get; init; } = [];

    /// <summary>Missing requirements, one sentence each; they are checked before any rule runs.</summary>
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
    /// <param name="facts">The worktree's state.</param>
    /// <param name="created">Now.</param>
    /// <param name="environment">The user's machine, from which the program is detected.</param>
    public (string FileName, string Text) Compose(string to, WorktreeFacts facts, DateTimeOffset created, UserEnvironment environment)
    {
        var topic = ChosenTopic(created);
        var nextAction = FirstLine(NextAction());
        var name = FirstOf(Name, _given["name"], Title(), nextAction) ?? $"Handoff from {Owner.Name}";
        var header = new HandoffHeader
        {
            Name = HandoffFrame.Clip(name, LongestName),
            Description = HandoffFrame.Clip(FirstOf(_given["description"], nextAction) ?? name, LongestDescription),
            From = Owner.Name,
            To = to,
            Created = created,
            Facts = facts,
            SessionTool = FirstOf(SessionTool, _given["session_tool"]) ?? CodeRelay.Agents.Handoffs.SessionTool.Of(environment),
            Topic = topic,
            Repository = IsForAnotherMachine ? null : Owner.RepositoryId,
            Others = [.. _given.Fields.Where(field => !OwnFields.Contains(field.Key)), .. Forced.Count == 0 ? [] : new[] { KeyValuePair.Create("forced", string.Join(", ", Forced)) }],
        };
        return (HandoffFileName.Of(created, Owner.Name, topic), $"{header}{Body}\n");
    }

    /// <summary>The values of the fields that the writer gave, one per line; they are displayed like the text.</summary>
    public string GivenFields => string.Join('\n', _given.Fields.Where(given => given.Key is "name" or "description" || !OwnFields.Contains(given.Key)).Select(given => given.Value).Append(Name).Append(Topic));

    private string ChosenTopic(DateTimeOffset created) =>
        HandoffFileName.Topic(Topic ?? _given["topic"] ?? LastSubject() ?? "") ?? $"session-{created.UtcDateTime:HHmm}";

    // Two to four words are enough.
    private string? LastSubject()
    {
        try
        {
            return Owner.Repository.Git?.Run("log", "-1", "--format=%s") is { Succeeded: true, Text: { Length: > 0 } subject } && HandoffFileName.Topic(subject) is { } topic
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

    /// <summary>The first heading without the word "handoff", or null.</summary>
    internal string? Title()
    {
        var title = Subject(Body.AsSpan(0, Math.Max(0, Body.IndexOf('\n', StringComparison.Ordinal))).TrimStart("# "));
        return title.Length == 0 ? null : title;
    }

    /// <summary>A title without its leading kind ("Handoff:").</summary>
    internal static string Subject(ReadOnlySpan<char> title)
    {
        while (title.StartsWith("Handoff", StringComparison.OrdinalIgnoreCase))
            title = title["Handoff".Length..].TrimStart(" —–-:");
        return title.ToString();
    }

    /// <summary>The Markdown of the required section; empty when it is missing.</summary>
    internal string NextAction()
    {
        var lines = Body.Split('\n');
        var start = Array.FindIndex(lines, line => line.TrimEnd() == HandoffText.RequiredHeading);
        return start < 0 ? "" : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("# ", StringComparison.Ordinal) && !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => !line.StartsWith("<!--", StringComparison.Ordinal))).Trim();
    }

    // Fences and rules carry no text, and code counts only where there is nothing else.
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

    // The fields must not be empty; a value of blanks and control characters would become empty.
    private static string? FirstOf(params IEnumerable<string?> texts) =>
        texts.FirstOrDefault(text => text is not null && HandoffFrame.OneLine(text).Length > 0);
}
