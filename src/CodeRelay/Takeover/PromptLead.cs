using CodeRelay.Analysis;
using CodeRelay.Lanes;
using CodeRelay.Packets;
using CodeRelay.Scaffolding;
using CodeRelay.Workspace;

namespace CodeRelay.Takeover;

/// <summary>The words that begin a prompt: the team's own from TAKEOVER_PROMPTS.md, else those of our template.</summary>
internal static class PromptLead
{
    private static readonly string[] ReviewHeadings = ["review", "audit"];
    private static readonly string[] AnyHeadings = ["any agent", "any", "default", "generic"];

    public static string Of(Packet packet, Receiver receiver, Lane? lane, Repository repository) =>
        (packet.Find(DocumentKind.TakeoverPrompts) is { } own ? In(own, receiver, lane) : null)
        ?? (In(Template(packet), receiver, lane) is { } lead && NamesOnlyWhatIsThere(lead, repository) ? lead : Generic(packet));

    // Our words are written for a whole packet; who has only a part of it gets words that fit.
    private static bool NamesOnlyWhatIsThere(string lead, Repository repository) =>
        lead.Split([' ', '\n', ',', ':', ';', '"'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('.')).Where(word => word.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).All(repository.MayRead);

    private static string? In(Document prompts, Receiver receiver, Lane? lane) =>
        (lane == Lane.Audit ? Find(prompts, ReviewHeadings) : null) ?? Find(prompts, receiver.Names) ?? Find(prompts, AnyHeadings);

    private static string? Find(Document prompts, IReadOnlyList<string> headings)
    {
        var section = prompts.Sections.FirstOrDefault(section => headings.Any(heading => Plain(section.Title) == Plain(heading)));
        if (section is null)
            return null;
        var fence = section.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Fence);
        var text = fence?.Text ?? string.Join("\n\n", section.Blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text));
        return text.Trim().Length > 0 ? text.Trim() : null;
    }

    private static Document Template(Packet packet)
    {
        var tokens = new TemplateTokens(new PacketLocation(packet.Directory, [packet.Directory]), packet, packet.Profile, Product.Version);
        var (path, content) = TemplateFiles.Of("packet", tokens).First(file => DocumentKinds.Of(file.Path) == DocumentKind.TakeoverPrompts);
        return new Document(path, SourceText.From(content));
    }

    private static string Generic(Packet packet) =>
        $"You continue the work of another agent. The state is in {packet.Handoff.Path}; the important parts follow.\nTest results and the code outrank it: where they disagree, correct the packet.\nUpdate {packet.Handoff.Path} before you stop.";

    private static string Plain(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
