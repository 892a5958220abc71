using CodeRelay.Documents;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The remarks around a command. The other lines of a fence are other commands, so only the comments and the line above the fence count there.</summary>
internal static class CommandRemarks
{
    public static Remark Of(Mention command)
    {
        var block = command.Block;
        if (block.Kind != BlockKind.Fence)
            return Remarks.Of(command);
        var text = block.Document.Text;
        var line = text.Position(command.Start).Line;
        var end = command.Start + command.Length;
        var rest = text.Content[end..Math.Max(end, text.LineStart(line) + text.Line(line).Length)];
        var comment = rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? rest[(at + 1)..] : "";
        return Remarks.Of(block, LeadIn(block) + CommentAbove(block, line), comment);
    }

    private static string LeadIn(Block block)
    {
        var blocks = block.Section.Blocks;
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i] == block)
                return blocks[i - 1].Text.TrimEnd() is [.., ':' or '：'] text ? text + " " : "";
        }

        return "";
    }

    private static string CommentAbove(Block block, int line) =>
        line > block.Line && block.Document.Text.Line(line - 1).TrimStart() is ['#', .. var comment] ? comment.ToString() : "";
}
