using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A packet names no file to open.</summary>
internal sealed class RLY4007NoFilesNamed : CompletenessRule
{
    private const int EnoughElsewhere = 3;

    // A path in one of these sections is a file to open; elsewhere, as in a log of finished work, it takes several paths to locate the work.
    private static readonly SectionKind[] Telling = [SectionKind.Files, SectionKind.Goal, SectionKind.Next, SectionKind.InProgress, SectionKind.Blockers];

    public override RuleInfo Info { get; } = new("RLY4007", "no-files-named", Severity.Warning, "the packet names no file to open")
    {
        Item = "P5",
        NoFix = "only someone who works on it knows which files matter",
        Needs = Facts.Files,
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var files = answers.About(SectionKind.Files);
        if (files.State is AnswerState.Unfilled or AnswerState.None)
            return;
        var paths = packet.Handoff.Mentions.Where(mention => mention.Block.Kind is not (BlockKind.Fence or BlockKind.Comment) && IsPath(mention, context)).ToArray();
        var isNamed = paths.Any(mention => IsTelling(mention, packet.Handoff)) || paths.Select(mention => mention.Target).Distinct(StringComparer.Ordinal).Count() >= EnoughElsewhere;
        if (!isNamed)
            Report(context, packet, files, "the packet names no files, so the next session must search for the right ones; name the files that matter");
    }

    private static bool IsPath(Mention mention, RuleContext context) => mention.Kind switch
    {
        MentionKind.Path or MentionKind.Link => true,
        MentionKind.Candidate => context.Repository.Files.Contains(mention.Target) || context.Repository.Files.ContainsDirectory(mention.Target.TrimEnd('/')),
        _ => false,
    };

    private static bool IsTelling(Mention mention, Document document) =>
        document.Statements.FirstOrDefault(statement => statement.Block == mention.Block && mention.Start >= statement.Start && mention.Start < statement.End) is { } statement
        && Telling.Any(statement.IsAbout);
}
