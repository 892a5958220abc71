using CodeRelay.Agents.AgentOps;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Tests.Agents.AgentOps;

/// <summary>Does git know this sentence?</summary>
public sealed class GitKnowledgeTests : IDisposable
{
    private readonly TemporaryRepository _repo = new();

    public GitKnowledgeTests()
    {
        Commit("Add the page of settings");
        Commit("Retry the login once when the OAuth state has expired");
        Commit("Rename the folder of the exporters");
    }

    [Theory]
    [InlineData("Retried the login once when the OAuth state had expired.", true)]
    [InlineData("The OAuth state of the second tenant is kept in another region.", false)]
    [InlineData("Never retry the login when the OAuth state has expired.", false)]
    [InlineData("Retry the login once when the OAuth state has expired, because the provider drops it after ten minutes.", false)]
    public void A_sentence_is_known_when_a_commit_says_it_and_no_word_of_it_is_needed_besides(string sentence, bool isKnown)
    {
        Assert.Equal(isKnown, Knows(sentence) is [true]);
    }

    [Fact]
    public void A_sentence_that_begins_with_a_commit_is_known_whatever_it_says()
    {
        var id = Commit("x");

        Assert.Equal([true, false], Knows($"{id[..7]} the horizon scanner is sketched", "The horizon scanner is sketched"));
    }

    [Fact]
    public void A_sentence_is_known_by_the_diff_where_the_message_says_nothing()
    {
        _repo.Write("src/Horizon.cs", "class HorizonScanner { int SweepInterval = 40; bool UsesThermalBaseline; string CalibrationTable; }\n");
        _repo.Commit("wip");

        Assert.Equal([true, false], Knows("`src/Horizon.cs` has HorizonScanner with SweepInterval, UsesThermalBaseline and CalibrationTable", "`src/Horizon.cs` waits for the antenna of the northern station"));
    }

    [Fact]
    public void Each_sentence_of_a_list_is_judged_by_itself()
    {
        Assert.Equal([true, false, true], Knows("Retry the login once when the OAuth state has expired", "The vendor rotates certificates in March", "Rename the folder of the exporters"));
    }

    [Fact]
    public void Outside_git_nothing_is_known()
    {
        using var plain = new TemporaryDirectory();

        Assert.Empty(new GitKnowledge(Repository.Discover(plain.Path)).Find(Entries("Retry the login once when the OAuth state has expired")));
    }

    public void Dispose() => _repo.Dispose();

    private string Commit(string subject)
    {
        _repo.Write("a.txt", subject);
        return _repo.Commit(subject);
    }

    private IReadOnlyList<bool> Knows(params string[] sentences)
    {
        var entries = Entries(sentences);
        var known = new GitKnowledge(Repository.Discover(_repo.Path)).Find(entries);
        return [.. entries.Select(known.Contains)];
    }

    private static IReadOnlyList<OutlineEntry> Entries(params string[] sentences) =>
        Outline.Read(new Document("note.md", SourceText.From("# Note\n\n" + string.Concat(sentences.Select(sentence => $"- {sentence}\n")))));
}
