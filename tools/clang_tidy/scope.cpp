// SPDX-License-Identifier: Apache-2.0
// A plugin of clang-tidy: its checks walk through what we wrote and not, file after file, through
// the standard library and other people's headers, where most of their time went. Later versions
// of clang-tidy do so by themselves (docs/decisions/0007).
#include <clang-tidy/ClangTidyCheck.h>
#include <clang-tidy/ClangTidyModule.h>
#include <clang-tidy/ClangTidyModuleRegistry.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/ASTMatchers/ASTMatchFinder.h>
#include <clang/Basic/SourceManager.h>

#include <vector>

namespace wasl::clang_tidy {

namespace {

namespace matchers = clang::ast_matchers;

class Scope : public clang::tidy::ClangTidyCheck {
public:
    using ClangTidyCheck::ClangTidyCheck;

    void registerMatchers(matchers::MatchFinder* finder) override {
        finder->addMatcher(matchers::translationUnitDecl(), this);
    }

    // The unit itself is the first thing matched; the walk asks for its scope afterwards. What
    // the precompiled header holds and nobody used is not even loaded.
    void check(matchers::MatchFinder::MatchResult const& found) override {
        std::vector<clang::Decl*> ours;
        for (auto* const one : found.Context->getTranslationUnitDecl()->noload_decls())
            if (is_ours(*found.SourceManager, one->getLocation())) ours.push_back(one);
        found.Context->setTraversalScope(ours);
    }

private:
    static bool is_ours(clang::SourceManager const& sources, clang::SourceLocation place) {
        return place.isValid() && !sources.isInSystemHeader(place);
    }
};

class Module : public clang::tidy::ClangTidyModule {
public:
    void addCheckFactories(clang::tidy::ClangTidyCheckFactories& factories) override {
        factories.registerCheck<Scope>("wasl-scope");
    }
};

clang::tidy::ClangTidyModuleRegistry::Add<Module> const added("wasl", "walks through our own code");

}  // namespace

}  // namespace wasl::clang_tidy
