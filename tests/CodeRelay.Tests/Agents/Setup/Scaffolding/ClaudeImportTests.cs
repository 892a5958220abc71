using System.Text;
using CodeRelay.Agents.Setup.Scaffolding;

namespace CodeRelay.Tests.Agents.Setup.Scaffolding;

public sealed class ClaudeImportTests
{
    [Theory]
    [InlineData("@AGENTS.md\n")]
    [InlineData("# Rules\r\n\r\n@./AGENTS.md")]
    [InlineData("See @AGENTS.md, which has the order.\n")]
    [InlineData("```\ncode\n```\n@AGENTS.md\n")]
    public void A_file_that_imports_AGENTS_is_left_alone(string existing) => Assert.Equal(existing, Merge(existing));

    [Theory]
    [InlineData("", "@AGENTS.md\n")]
    [InlineData("ours\r\n", "ours\r\n\r\n@AGENTS.md\r\n")]
    [InlineData("`@AGENTS.md` is an import\n", "`@AGENTS.md` is an import\n\n@AGENTS.md\n")]
    [InlineData("```\n@AGENTS.md\n```\n", "```\n@AGENTS.md\n```\n\n@AGENTS.md\n")]
    [InlineData("mail@AGENTS.md\n", "mail@AGENTS.md\n\n@AGENTS.md\n")]
    [InlineData("@docs/AGENTS.md @AGENTS.md.bak\n", "@docs/AGENTS.md @AGENTS.md.bak\n\n@AGENTS.md\n")]
    public void A_file_without_the_import_gets_it_at_the_end(string existing, string expected) => Assert.Equal(expected, Merge(existing));

    private static string Merge(string existing) => Encoding.UTF8.GetString(ClaudeImport.Merge(Encoding.UTF8.GetBytes(existing), "@AGENTS.md\n"));
}
