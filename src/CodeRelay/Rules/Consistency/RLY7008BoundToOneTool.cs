using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Consistency;

/// <summary>The packet depends on something that only one session or one tool has: a conversation, a tool's own command.</summary>
internal sealed class RLY7008BoundToOneTool : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY7008", "bound-to-one-tool", Severity.Warning, "the packet depends on a conversation or a command of one tool")
    {
        NoFix = "only someone who was there can write down what was said or what the command did",
    };

    protected override bool AppliesTo(Document document) => document.Kind == DocumentKind.Handoff;

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var statement in document.Statements.Where(IsCurrent))
        {
            if (ToolBound.FindConversation(statement) is { } spoken)
                context.Report(this, document, spoken.Start, spoken.End, $"\"{spoken.Text}\" refers to a conversation that the next session does not have; write down what was said");
            else if (ToolBound.FindCommand(statement) is { } command)
                context.Report(this, document, command.Start, command.End, $"\"{command.Text}\" works in one tool only; say what it does, or give a shell command");
        }
    }

    private static bool IsCurrent(Statement statement) =>
        statement.Block.Kind != BlockKind.Fence && !statement.IsStruck && statement.Block.CheckBox != CheckBox.Done && !statement.IsAbout(SectionKind.Done);
}

/// <summary>Finds references that only one session or one tool can follow.</summary>
internal static partial class ToolBound
{
    // Agent commands that are not common web routes; `/status` and `/plan` are both.
    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal)
    {
        "/compact", "/clear", "/rewind", "/resume", "/security-review", "/pr-comments", "/add-dir", "/output-style", "/statusline", "/terminal-setup", "/approvals", "/subagents", "/ultrareview", "/loop", "/simplify", "/batch", "/compress", "/teleport",
    };

    // Every match of the expression contains one of these, and searching for them costs a tenth of it.
    private static readonly PhraseList Anchors = new(
        "chat", "conversation", "scroll", "you already", "you remember", "as you know", "as I", "as we", "like I", "like we", "my last", "my previous", "your last", "your previous",
        "gesagt", "besprochen", "sagte", "comme", "como", "как", "聊", "对话", "讨论", "会話", "チャット", "대화", "말한");

    private static readonly HashSet<string> Tools = new(StringComparer.Ordinal) { "TodoWrite", "TodoRead", "ExitPlanMode", "EnterPlanMode", "AskUserQuestion", "update_plan", "subagent_type" };

    /// <summary>The reference to a conversation, or null.</summary>
    public static (int Start, int End, string Text)? FindConversation(Statement statement)
    {
        var source = statement.SourceOpening;
        if (!Anchors.IsIn(source))
            return null;
        foreach (var match in Conversation().EnumerateMatches(source))
        {
            // A text in quotes or code is mentioned, not used.
            if (match.Index == 0 || source[match.Index - 1] is not ('"' or '“' or '„' or '«' or '「' or '`' or '\''))
                return (statement.Start + match.Index, statement.Start + match.Index + match.Length, source.Slice(match.Index, match.Length).ToString());
        }

        return null;
    }

    /// <summary>The command that the statement asks the reader to use, or null.</summary>
    public static (int Start, int End, string Text)? FindCommand(Statement statement)
    {
        var spans = statement.Spans.Where(span => span.Kind == InlineKind.Code).ToArray();
        // With a second command the reader has an alternative.
        return spans is [var only] && IsBound(only.Text) && IsOrder(statement, only) ? (only.Start, only.Start + only.Text.Length, only.Text) : null;
    }

    private static bool IsBound(string code) => Commands.Contains(code.Split(' ')[0]) || Tools.Contains(code) || code.StartsWith("mcp__", StringComparison.Ordinal);

    // "Run `/compact` first" is an order; "Run `/compact` handling through the parser" is work on it.
    private static bool IsOrder(Statement statement, InlineSpan span)
    {
        var content = statement.Block.Document.Text.Content;
        var before = content[statement.Start..Math.Max(statement.Start, span.Start)];
        var after = content[(span.Start + span.Text.Length)..statement.End];
        return Order().IsMatch(before) && Ending().IsMatch(after);
    }

    [GeneratedRegex(@"\b(?:as|like)\s+(?:I|we)\s+(?:said|told\s+you|discussed|talked\s+about)\b(?!\s+(?:with|in\s+(?:issue|pr|docs?)))
        |\b(?:earlier|above|before|previously)\s+in\s+(?:this|our|the)\s+(?:chat|conversation)\b|\b(?:see|check|read|from|per|in)\s+(?:our|this|the\s+previous|the\s+earlier)\s+(?:chat|conversation)\b|\b(?:as\s+)?(?:discussed|said|agreed|mentioned)\s+in\s+(?:our\s+|this\s+|the\s+)?(?:chat|conversation)\b
        |\b(?:scroll\s+up|you\s+already\s+know|you\s+remember|as\s+you\s+know\s+from\s+(?:our|the)|my\s+(?:last|previous)\s+message|your\s+(?:last|previous)\s+(?:message|answer|reply))\b
        |\bwie\s+(?:im\s+chat\s+)?(?:oben\s+)?(?:gesagt|besprochen)\b|\bwie\s+ich\s+(?:schon\s+)?(?:sagte|gesagt\s+habe)\b|\bcomme\s+(?:je|nous)\s+l['’]?\s?(?:ai|avons)\s+dit\b|\bcomo\s+(?:te\s+)?(?:dije|hablamos|comentamos)\b|\bcomo\s+(?:eu\s+)?(?:disse|conversamos)\b|\bкак\s+(?:я|мы)\s+(?:уже\s+)?(?:говорил\w*|обсуждал\w*|обсудили)\b
        |(?:前面|之前|上面)(?:的)?(?:聊天|对话)|我们(?:刚才|之前)(?:聊|讨论)|(?:さっき|先ほど)の(?:会話|チャット)|前の(?:会話|チャット)|(?:아까|앞서)\s?(?:대화|말한)",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversation();

    [GeneratedRegex(@"^[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*(?:\[.?\]\s*)?(?:(?:then|first|next|please|to\s+continue|finally)\W+){0,2}(?:use|run|type|invoke|call|execute|start\s+with|begin\s+with|nutze|verwende|starte|utilise[rz]?|usa|используй\w*|запусти\w*|运行|使用|执行)\s*(?:the\s+)?(?:slash\s+command\s+)?`?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Order();

    [GeneratedRegex(@"^`?\s*(?:tool|command)?\s*(?:$|[.,;:!)]|\b(?:in|inside|before|after|first|then|to|and|when|once|if|again|until|at|for\s+(?:each|every|all|the))\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();
}
