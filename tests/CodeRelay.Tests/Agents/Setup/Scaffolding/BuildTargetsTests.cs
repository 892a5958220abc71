using System.Text;
using CodeRelay.Agents.Setup.Scaffolding;

namespace CodeRelay.Tests.Agents.Setup.Scaffolding;

public sealed class BuildTargetsTests
{
    private const string Template = "<Project>\n\n  <ItemGroup />\n\n</Project>\n";

    [Theory]
    [InlineData("<Project>\n  <A />\n</Project>\n", "<Project>\n  <A />\n\n  <ItemGroup />\n</Project>\n")]
    [InlineData("\uFEFF<Project>\r\n</Project>", "\uFEFF<Project>\r\n\r\n  <ItemGroup />\r\n</Project>")]
    [InlineData("<Project />", "<Project>\n  <ItemGroup />\n</Project>")]
    [InlineData("<Project InitialTargets=\"a/b\"/>\n", "<Project InitialTargets=\"a/b\">\n  <ItemGroup />\n</Project>\n")]
    [InlineData("<Project><A/></Project>", "<Project><A/>\n  <ItemGroup />\n</Project>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  <A>é</A><!-- </Project> -->\n</Project>\n<!-- end -->\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  <A>é</A><!-- </Project> -->\n\n  <ItemGroup />\n</Project>\n<!-- end -->\n")]
    [InlineData("<Project>\r<A />\r</Project>\r", "<Project>\r<A />\r\n  <ItemGroup />\n</Project>\r")]
    public void The_items_go_before_the_end_and_the_rest_stays(string existing, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(BuildTargets.Merge(Encoding.UTF8.GetBytes(existing), Template)));

    [Theory]
    [InlineData("<Project>\n<A>\n</Project>", "Directory.Build.targets(3,3): not valid XML")]
    [InlineData("<project />", "Directory.Build.targets: the root element is project, not Project")]
    [InlineData("", "Directory.Build.targets(")]
    public void A_file_that_is_no_project_is_refused(string existing, string message) =>
        Assert.StartsWith(message, Assert.Throws<ScaffoldException>(() => BuildTargets.Merge(Encoding.UTF8.GetBytes(existing), Template)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<PackageReference Include=\"CodeRelay.Build\" />", true)]
    [InlineData("<GlobalPackageReference Include=\"coderelay.build\" Version=\"1.0.0\" />", true)]
    [InlineData("<PackageVersion Include=\"CodeRelay.Build\" Version=\"1.0.0\" />", false)]
    [InlineData("<!-- <PackageReference Include=\"CodeRelay.Build\" /> -->", false)]
    public void A_reference_is_found_in_any_of_its_forms(string items, bool expected) =>
        Assert.Equal(expected, BuildTargets.RefersToPackage("Directory.Build.props", Encoding.UTF8.GetBytes($"<Project><ItemGroup>{items}</ItemGroup></Project>")));
}
