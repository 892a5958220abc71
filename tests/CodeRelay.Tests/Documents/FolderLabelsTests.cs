using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

public sealed class FolderLabelsTests
{
    [Theory]
    [InlineData("- `src/app/`\n  - `Name.cs`", "src/app")]
    [InlineData("- `src/app/`\n  - deeper `src/app/x/`\n    - `Name.cs`", "src/app/x src/app")]
    [InlineData("**Core** (`src/core/`):\n\n| File |\n|---|\n| `Name.cs` |", "src/core")]
    [InlineData("Files in `lib/net/`:\n\n- `Name.cs`", "lib/net")]
    [InlineData("## Files in `src/web/`\n\n- `Name.cs`", "src/web")]
    [InlineData("- `src/other/`\n- `Name.cs`", "")]
    [InlineData("## A\n\n`src/a/`\n\n## B\n\n- `Name.cs`", "")]
    public void The_folder_above_a_name_is_found(string text, string expected)
    {
        var document = new Document("HANDOFF.md", SourceText.From(text));
        var name = document.Mentions.Single(mention => mention.Target == "Name.cs");

        Assert.Equal(expected, string.Join(' ', new FolderLabels(document).Above(name.Block)));
    }
}
