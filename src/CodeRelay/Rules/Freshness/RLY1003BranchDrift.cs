using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Freshness;

/// <summary>The packet names another branch or HEAD than git. The parent of the packet's own commit is valid, since a packet cannot name its own commit.</summary>
internal sealed class RLY1003BranchDrift : Rule
{
    public override RuleInfo Info { get; } = new("RLY1003", "branch-drift", Severity.Warning, "the branch or HEAD in the packet contradicts git")
    {
        NoFix = "either the text or the checkout is wrong, and git cannot tell which",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        if (context.Repository.Head is not { Commit: { } head } state)
            return;
        foreach (var handoff in context.Packets.Select(packet => packet.Handoff))
        {
            var declarations = DeclaredStates.Read(handoff);
            if (declarations.FirstOrDefault(declared => declared.Kind == DeclaredStateKind.Branch) is { } branch)
                CheckBranch(handoff, branch, state, context);
            if (declarations.FirstOrDefault(declared => declared.Kind == DeclaredStateKind.Head) is { } commit && !RemoteScope.IsPartial(context.Repository))
                CheckHead(handoff, commit, head, context);
        }
    }

    // RLY5003 reports a branch that does not exist. A detached HEAD, as in CI, confirms or contradicts no branch.
    private void CheckBranch(Document handoff, DeclaredState declared, HeadState state, RuleContext context)
    {
        if (state.Branch is null || IsSame(declared.Value, state.Branch) || !context.Evidence.Paths.References.Contains(declared.Value))
            return;
        context.Report(this, handoff, declared.Start, declared.Start + declared.Length, $"the packet is for branch `{declared.Value}`, but the working tree is on `{state.Branch}`; switch the branch, or correct the packet", [new EvidenceItem(EvidenceKind.Worktree, state.Branch, "the branch that is checked out")]);
    }

    private void CheckHead(Document handoff, DeclaredState declared, string head, RuleContext context)
    {
        var history = context.Repository.History;
        if (head.StartsWith(declared.Value, StringComparison.Ordinal) || ObjectLookup.Missing(context.Repository, [declared.Value]).Count > 0)
            return;
        if (!history.IsAncestor(declared.Value))
        {
            context.Report(this, handoff, declared.Start, declared.Start + declared.Length, $"the packet is for commit {declared.Value}, which HEAD does not contain; check out a branch that contains it, or correct the packet", [new EvidenceItem(EvidenceKind.Commit, head[..7], "HEAD")]);
            return;
        }

        var work = context.Evidence.Freshness.Since(handoff);
        var own = work.IsEdited ? null : work.LastChange?.Id;
        var between = history.Between(declared.Value, own ?? head).Where(commit => commit.Id != own && commit.Paths.Any(path => !IsPacket(path))).ToArray();
        if (between.Length > 0)
            context.Report(this, handoff, declared.Start, declared.Start + declared.Length, $"the packet names {declared.Value} as HEAD, but {between.Length:N0} more {(between.Length == 1 ? "commit" : "commits")} existed when it was last changed; name the newest commit, or none", [.. between.Take(5).Select(commit => new EvidenceItem(EvidenceKind.Commit, commit.ShortId, commit.Subject))]);
    }

    private static bool IsSame(string declared, string branch) =>
        declared == branch || declared.EndsWith("/" + branch, StringComparison.Ordinal) && declared.Split('/')[0] is "origin" or "upstream" or "remotes" or "refs" || declared == "heads/" + branch;

    private static bool IsPacket(string path) => DocumentKinds.IsPacket(DocumentKinds.Of(path));
}
