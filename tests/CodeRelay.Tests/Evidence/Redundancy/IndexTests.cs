using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Tests.Evidence.Redundancy;

public sealed class IndexTests
{
    [Fact]
    public void A_commit_is_cited_by_the_beginning_of_its_id()
    {
        using var repo = new TemporaryRepository();
        repo.Write("a.txt", "a");
        var first = repo.Commit("retry on expired state");
        repo.Write("a.txt", "b");
        var second = repo.Commit("drop the queue");
        var commits = new CommitIndex(Repository.Discover(repo.Path), Sample.Claims("Retry on expired state."));
        var other = (first[0] == 'a' ? 'b' : 'a') + first[1..];

        var cited = commits.CitedIn($"{second[..7]}, `{first[..12]}`, {first}; not {other[..9]}, {first[..6]}, x{first[..8]}, {first[..8]}-dirty, {second.ToUpperInvariant()}x");

        Assert.Equal([second, first, first], cited.Select(commit => commit.Id));
    }

    [Fact]
    public void A_message_covers_what_repeats_it_and_names_its_commit()
    {
        using var repo = new TemporaryRepository();
        foreach (var subject in new[] { "add the page", "rename the folder", "retry when the token expired" })
        {
            repo.Write("a.txt", subject);
            repo.Commit(subject);
        }

        var claims = Sample.Claims("Retried when a token has expired.", "Sketch the horizon scanner.");
        var commits = new CommitIndex(Repository.Discover(repo.Path), claims);

        var coverage = commits.Cover(claims.All[0]);

        Assert.Equal("retry when the token expired", commits.CommitOf(coverage.Passages[0]).Subject);
        Assert.True(coverage.Share > 0.6, $"{coverage.Share}");
        Assert.True(commits.Cover(claims.All[1]).Share < 0.3);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_document_is_quoted_with_file_and_line(string lineBreak)
    {
        using var repo = new TemporaryRepository();
        repo.Write("README.md", "# App\n\nAn app.\n".ReplaceLineEndings(lineBreak));
        repo.Write("docs/queue.md", "# Queue\n\nFirst words.\n\n- The queue drops a message after two retries.\n".ReplaceLineEndings(lineBreak));
        repo.Write("old/HANDOFF.md", "The queue drops a message after two retries.\n");
        repo.Write("notes.txt", "The queue drops a message after two retries.\n");
        repo.Commit("add");
        repo.Write("untracked.md", "The queue drops a message after two retries.\n");
        var judged = new Document("HANDOFF.md", SourceText.From("The queue drops a message after two retries.\n"));
        var claims = TextQuery.Read([judged]);
        var documents = DocumentIndex.OfDocuments(Repository.Discover(repo.Path), [judged], claims);

        var coverage = documents.Cover(claims.All[0]);

        Assert.Equal(new Quote("docs/queue.md:5", "- The queue drops a message after two retries."), documents.QuoteOf(Assert.Single(coverage.Passages)));
    }

    [Fact]
    public void A_long_line_is_quoted_by_its_beginning()
    {
        using var repo = new TemporaryRepository();
        repo.Write("README.md", "The queue drops a message " + new string('x', 500) + "\n");
        repo.Commit("add");
        var claims = Sample.Claims("The queue drops a message.");
        var documents = DocumentIndex.OfDocuments(Repository.Discover(repo.Path), [], claims);

        var quote = documents.QuoteOf(documents.Cover(claims.All[0]).Passages[0]);

        Assert.StartsWith("The queue drops", quote.Text, StringComparison.Ordinal);
        Assert.EndsWith("x…", quote.Text, StringComparison.Ordinal);
        Assert.InRange(quote.Text.Length, 100, 200);
    }
}
