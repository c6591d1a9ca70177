using EcosystemGraph.Acceptance.Tests.Matching;
using EcosystemGraph.Acceptance.Tests.Serving;

namespace EcosystemGraph.Acceptance.Tests;

/// <summary>The questions that the product must be able to answer, asked over HTTP; each case file is also an example of how to ask.</summary>
[Collection(ServedApiCollection.Name)]
public class QuestionTests(ServedApi api)
{
    public static TheoryData<string> Asked => [.. AcceptanceCase.All.Keys.Where(id => !Question.Disputed.Contains(id)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task The_answer_and_a_cited_document_are_found(string id)
    {
        var question = Question.All.Single(q => q.Id == id);
        var asked = AcceptanceCase.All[id];
        var data = await api.AskAsync(asked.Query);
        var rows = RowComparison.Apply(asked.Compare, [.. asked.Answers.Select(a => a.Rows(data).ToList())]);
        var mismatch = new AnswerMatcher(api.Names).Mismatch(question, rows);
        var documents = AnswerPointer.Documents(data).ToHashSet(StringComparer.Ordinal);
        api.Score.Add(question, mismatch is null && documents.Overlaps(question.Documents));
        Assert.True(mismatch is null, $"{id} {question.Text}\n{mismatch}");
        Assert.True(documents.Overlaps(question.Documents), $"{id} {question.Text}\nnone of {string.Join(", ", question.Documents)} is cited, but {string.Join(", ", documents)}");
    }

    [Fact]
    public void A_case_asks_the_question_that_its_first_line_says()
    {
        foreach (var asked in AcceptanceCase.All.Values)
            Assert.Equal(Question.All.Single(q => q.Id == asked.Id).Text, asked.Question);
    }
}
