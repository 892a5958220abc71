using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CodeRelay.Build;

/// <summary>
/// A finding's line as an MSBuild item. The text is literal metadata: an item's name would be treated as a path, with '\' replaced by '/'.
/// </summary>
internal static class FindingItem
{
    private const string Text = "Text";

    public static ITaskItem Create(string line)
    {
        var item = new TaskItem("finding");
        ((ITaskItem2)item).SetMetadataValueLiteral(Text, line);
        return item;
    }

    public static FindingGroups Group(IEnumerable<ITaskItem> items) =>
        new(items.Select(item => FindingLine.Parse(item.GetMetadata(Text))).OfType<FindingLine>());
}
